package org.gazouillis.schedule;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.gazouillis.compose.AccountNotFound;
import org.gazouillis.compose.Wording;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Writes the row of a series, within one transaction.
final class SeriesRow {
    private final Handle handle;
    private final MemberScope member;

    SeriesRow(Handle handle, MemberScope member) {
        this.handle = handle;
        this.member = member;
    }

    /// Takes the row and gives the brand.
    BrandId lock(SeriesId id) {
        return handle.createQuery("select brand_id from series where workspace_id = :workspace and id = :id for update")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .mapTo(BrandId.class)
                .findOne()
                .orElseThrow(() -> new SeriesNotFound(id));
    }

    /// From now on, never from the past.
    void insert(SeriesId id, SeriesWish wish, String rule) {
        fill(handle.createUpdate("""
                        insert into series (workspace_id, id, brand_id, author_id, name, campaign_id, text, lang, hashtags,
                                            mentions, urls, content_hash, account_ids, rule, starts_at, zone, gap_rule,
                                            spares_days_off, planned_through, created_at, updated_at)
                        values (:workspace, :id, :brand, :member, :name, :campaign, :text, :lang, :hashtags,
                                :mentions, :urls, :hash, :accounts, :rule, :starts, :zone, :gap,
                                :spares, now() at time zone :zone, now(), now())
                        """).bind("member", member.member()).bind("id", id), wish, rule)
                .execute();
    }

    /// @throws QueueRefused when another version stands there
    void update(SeriesId id, int version, SeriesWish wish, String rule) {
        int changed = fill(handle.createUpdate("""
                        update series set name = :name, campaign_id = :campaign, text = :text, lang = :lang,
                               hashtags = :hashtags, mentions = :mentions, urls = :urls, content_hash = :hash,
                               account_ids = :accounts, rule = :rule, starts_at = :starts, zone = :zone, gap_rule = :gap,
                               spares_days_off = :spares, planned_through = now() at time zone :zone,
                               version = version + 1, updated_at = now()
                        where workspace_id = :workspace and brand_id = :brand and id = :id and version = :version
                        """).bind("id", id).bind("version", version), wish, rule)
                .execute();
        if (changed == 0) {
            throw new QueueRefused("Somebody changed the series meanwhile. Read it again and repeat your change.");
        }
    }

    void become(SeriesId id, SeriesState state) {
        handle.createUpdate("""
                        update series set state = :state, version = version + 1, updated_at = now()
                        where workspace_id = :workspace and id = :id
                        """)
                .bind("state", state)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute();
    }

    /// @throws WishNotPlausible when the series does not happen then
    void requireOccurrence(SeriesId id, LocalDateTime local) {
        boolean happens = SeriesHorizon.ahead(handle, id)
                .map(ahead ->
                        ahead.usable().between(local.minusSeconds(1), local, 1).contains(local))
                .orElse(false);
        if (!happens) {
            throw new WishNotPlausible(
                    "The series does not happen at " + local + ". Read its coming times and take one.");
        }
    }

    private <T extends SqlStatement<T>> T fill(T statement, SeriesWish wish, String rule) {
        Wording wording = Wording.of(wish.text(), Objects.requireNonNullElseGet(wish.lang(), () -> language(wish)));
        List<AccountId> accounts = accounts(wish);
        requireCampaign(wish);
        return statement
                .bind("workspace", member.workspace())
                .bind("brand", wish.brand())
                .bind("name", name(wish))
                .bind(
                        "campaign",
                        wish.campaign() == null
                                ? null
                                : Long.valueOf(wish.campaign().value()))
                .bind("text", wording.text())
                .bind("lang", wording.lang())
                .bind("hashtags", wording.hashtags().toArray(String[]::new))
                .bind("mentions", wording.mentions().toArray(String[]::new))
                .bind("urls", wording.urls().toArray(String[]::new))
                .bind("hash", wording.hashOn(accounts))
                .bind("accounts", QueueTable.numbers(accounts))
                .bind("rule", rule)
                .bind("starts", wish.startsAt())
                .bind("zone", wish.zone().getId())
                .bind("gap", wish.gapRule())
                .bind("spares", wish.sparesDaysOff());
    }

    /// Without a name of its own it is called by the beginning of its text.
    private static String name(SeriesWish wish) {
        String given = wish.name().isBlank() ? wish.text() : wish.name();
        String line = given.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }

    private String language(SeriesWish wish) {
        return handle.createQuery("select locale from brand where workspace_id = :workspace and id = :brand")
                .bind("workspace", member.workspace())
                .bind("brand", wish.brand())
                .mapTo(String.class)
                .one();
    }

    private List<AccountId> accounts(SeriesWish wish) {
        List<AccountId> known = handle.createQuery("""
                        select id from social_account where workspace_id = :workspace and brand_id = :brand
                          and (id = any (:wished) or cardinality(:wished) = 0 and network = 'gazouillis')
                        order by id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", wish.brand())
                .bind("wished", QueueTable.numbers(wish.accounts()))
                .mapTo(AccountId.class)
                .list();
        wish.accounts().stream()
                .filter(each -> !known.contains(each))
                .findFirst()
                .ifPresent(missing -> {
                    throw new AccountNotFound(missing);
                });
        if (known.isEmpty()) {
            throw new WishNotPlausible("The brand has no account to post to. Connect one first.");
        }
        return known;
    }

    private void requireCampaign(SeriesWish wish) {
        if (wish.campaign() == null) {
            return;
        }
        boolean isThere = handle.createQuery("""
                        select exists (select from campaign
                          where workspace_id = :workspace and brand_id = :brand and id = :campaign)
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", wish.brand())
                .bind("campaign", wish.campaign())
                .mapTo(Boolean.class)
                .one();
        if (!isThere) {
            throw new WishNotPlausible("The brand has no campaign " + wish.campaign()
                    + ". GET /api/desk/v1/brands/{brand}/campaigns lists them.");
        }
    }
}
