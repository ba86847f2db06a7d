package org.gazouillis.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// New posts, gathered until one statement inserts them all.
final class PostRows {
    private final ZoneId brandZone;
    private final Instant now;
    private final List<Row> rows = new ArrayList<>();

    PostRows(ZoneId brandZone, Instant now) {
        this.brandZone = brandZone;
        this.now = now;
    }

    private record Row(
            PostId id,
            PostOrder order,
            Wording wording,
            List<AccountId> accounts,
            @Nullable DueTime due) {}

    int size() {
        return rows.size();
    }

    Long[] ids() {
        return rows.stream().map(row -> row.id().value()).toArray(Long[]::new);
    }

    void add(PostId id, PostOrder order, Plan plan, Wording wording, List<AccountId> accounts) {
        rows.add(new Row(id, order, wording, accounts, due(plan)));
    }

    private @Nullable DueTime due(Plan plan) {
        return switch (plan) {
            case Plan.Later _, Plan.Queue _ -> null;
            case Plan.Now(Duration respite) -> DueTime.exactly(now.plus(respite), brandZone);
            case Plan.At(DueTime due) -> due;
        };
    }

    void insert(Handle handle, MemberScope author, BrandId brand) {
        if (rows.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into post (workspace_id, id, brand_id, campaign_id, author_id, account_ids, text, lang,
                                          hashtags, mentions, urls, state, due_at, local_at, zone, gap_rule, content_hash,
                                          created_at, updated_at)
                        select :workspace, r.id, :brand, r.campaign, :author, r.accounts::bigint[], r.text, r.lang,
                               r.hashtags::text[], r.mentions::text[], r.urls::text[],
                               case when r.due is null then 'DRAFT' else 'SCHEDULED' end, r.due::timestamptz,
                               r.local::timestamp, r.zone, coalesce(r.rule, 'EARLIER_OFFSET'), decode(r.hash, 'hex'), now(), now()
                        from unnest(:ids, :campaigns, :accounts, :texts, :langs, :hashtags, :mentions, :urls, :dues,
                                    :locals, :zones, :rules, :hashes)
                          as r(id, campaign, accounts, text, lang, hashtags, mentions, urls, due, local, zone, rule, hash)
                        """)
                .bind("workspace", author.workspace())
                .bind("brand", brand)
                .bind("author", author.member())
                .bind("ids", ids())
                .bind("campaigns", rows.stream().map(PostRows::campaign).toArray(Long[]::new))
                .bind("accounts", texts(row -> numbers(row.accounts())))
                .bind("texts", texts(row -> row.wording().text()))
                .bind("langs", texts(row -> row.wording().lang()))
                .bind("hashtags", texts(row -> words(row.wording().hashtags())))
                .bind("mentions", texts(row -> words(row.wording().mentions())))
                .bind("urls", texts(row -> words(row.wording().urls())))
                .bind("dues", due(due -> due.at().toString()))
                .bind("locals", due(due -> due.local().toString()))
                .bind("zones", due(due -> due.zone().getId()))
                .bind("rules", due(due -> due.rule().name()))
                .bind(
                        "hashes",
                        texts(row -> HexFormat.of().formatHex(row.wording().hashOn(row.accounts()))))
                .execute();
    }

    private static @Nullable Long campaign(Row row) {
        var campaign = row.order().campaign();
        return campaign == null ? null : Long.valueOf(campaign.value());
    }

    private String[] texts(Function<Row, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private @Nullable String[] due(Function<DueTime, String> part) {
        @Nullable String[] parts = new String[rows.size()];
        for (int i = 0; i < parts.length; i++) {
            DueTime due = rows.get(i).due();
            parts[i] = due == null ? null : part.apply(due);
        }
        return parts;
    }

    private static String numbers(List<AccountId> accounts) {
        return accounts.stream()
                .map(account -> Long.toString(account.value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// PostgreSQL's own way to write an array of texts: arrays of arrays must be rectangular, these are not.
    private static String words(List<String> words) {
        return words.stream()
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
