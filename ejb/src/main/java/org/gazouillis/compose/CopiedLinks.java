package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gazouillis.campaign.CopiedCampaign;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.link.LinkCopies;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.network.PollTerms;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Gives the posts of a copied campaign short links of their own: clicks on them would count for the original's.
@ApplicationScoped
public class CopiedLinks {
    private static final int AT_ONCE = 1_000;

    private OwnAddress own;
    private TimeOrderedIds ids;

    @Inject
    public CopiedLinks(OwnAddress own, TimeOrderedIds ids) {
        this.own = own;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    CopiedLinks() {}

    /// Within the transaction that made the copies, which nobody has seen yet.
    ///
    /// @return how many links were made
    public int give(Handle handle, MemberScope member, CopiedCampaign campaign) {
        LinkCopies copies = new LinkCopies(member, campaign, ids);
        Map<String, String> made = new HashMap<>();
        PostId after = new PostId(0);
        List<Row> posts = posts(handle, copies, after);
        while (!posts.isEmpty()) {
            made.putAll(copies.make(handle, unknown(posts, made.keySet())));
            write(handle, copies, posts, text -> own.relinked(text, made));
            after = posts.getLast().id();
            posts = posts(handle, copies, after);
        }
        return made.size();
    }

    private static List<Row> posts(Handle handle, LinkCopies copies, PostId after) {
        return handle.createQuery("""
                        select id, text, lang, hashtags, mentions, urls, account_ids, attachments::text as attachments,
                          parts::text as parts, variants::text as variants, trial::text as trial, poll::text as poll,
                          flash
                        from post where workspace_id = :workspace and campaign_id = :campaign and id > :after
                          and strpos(concat_ws(' ', text, parts::text, variants::text, trial::text), '/l/') > 0
                        order by id limit :most
                        """)
                .bind("workspace", copies.member().workspace())
                .bind("campaign", copies.campaign().copy())
                .bind("after", after)
                .bind("most", AT_ONCE)
                .map(Sql.row(Row.class))
                .list();
    }

    private Set<String> unknown(List<Row> posts, Set<String> known) {
        Set<String> codes = new TreeSet<>();
        posts.forEach(post -> codes.addAll(own.codes(post.everything())));
        codes.removeAll(known);
        return codes;
    }

    private static void write(Handle handle, LinkCopies copies, List<Row> posts, UnaryOperator<String> relink) {
        PreparedBatch batch = handle.prepareBatch("""
                update post set text = :text, urls = :urls, parts = :parts::jsonb, variants = :variants::jsonb,
                  trial = :trial::jsonb, content_hash = :hash
                where workspace_id = :workspace and id = :id
                """);
        for (Row post : posts) {
            Wording wording = post.wording().readdressed(relink);
            Supplement supplement = post.supplement().reworded(each -> each.readdressed(relink));
            batch.bind("text", wording.text())
                    .bind("urls", wording.urls().toArray(String[]::new))
                    .bind("parts", supplement.partsJson())
                    .bind("variants", supplement.variantsJson())
                    .bind("trial", supplement.trialJson())
                    .bind("hash", wording.hashOn(post.accounts(), supplement))
                    .bind("workspace", copies.member().workspace())
                    .bind("id", post.id())
                    .add();
        }
        batch.execute();
    }

    record Row(
            PostId id,
            String text,
            String lang,
            List<String> hashtags,
            List<String> mentions,
            List<String> urls,
            List<Long> accountIds,
            @Nullable String attachments,
            @Nullable String parts,
            @Nullable String variants,
            @Nullable String trial,
            @Nullable String poll,
            boolean flash) {
        Wording wording() {
            return new Wording(text, lang, hashtags, mentions, urls);
        }

        Supplement supplement() {
            return Supplement.parse(attachments, parts, variants, lang)
                    .trying(Trial.parse(trial, lang))
                    .asking(PollTerms.parse(poll))
                    .flashing(flash);
        }

        List<AccountId> accounts() {
            return accountIds.stream().map(AccountId::new).toList();
        }

        /// All that it says, to whomever.
        String everything() {
            return String.join(" ", text, String.valueOf(parts), String.valueOf(variants), String.valueOf(trial));
        }
    }
}
