package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.PollTerms;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What a post said before, who wrote it so and when. Rows exist for wordings that gave way, and for the present one
/// when somebody else than the post's author wrote it; the rest is read from the post itself.
@ApplicationScoped
public class Revisions {
    private static final int MOST = 100;

    private Jdbi db;
    private Permissions permissions;

    @Inject
    public Revisions(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    Revisions() {}

    /// The newest 100, the newest first.
    ///
    /// @throws PostNotFound when the member sees no such post
    @Transactional
    public List<Revision> of(PostId post) {
        List<Row> rows = rows(post);
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean first = i + 1 == rows.size();
            revisions.add(new Revision(
                    row.revision(),
                    row.author(),
                    row.at(),
                    row.text(),
                    row.accounts(),
                    WordDiff.between(first ? "" : rows.get(i + 1).text(), row.text())));
        }
        return revisions;
    }

    /// The change that brings all of a revision back: words, parts, images, poll and accounts. Images that have
    /// left the library since are asked for and not found.
    ///
    /// @throws RevisionNotFound when there is none of that number
    @Transactional
    public PostChange back(PostId post, int revision) {
        Row row = rows(post).stream()
                .filter(each -> each.revision() == revision)
                .findFirst()
                .orElseThrow(() -> new RevisionNotFound(post, revision));
        List<AccountId> accounts = row.accountIds().stream().map(AccountId::new).toList();
        return new PostChange(row.text(), accounts, null, false, null, null, row.details());
    }

    private List<Row> rows(PostId post) {
        MemberScope member = permissions.requireScope("read");
        List<Row> rows = db.withHandle(handle -> handle.createQuery("""
                        with known as (
                          select r.revision, r.brand_id, r.member_id, r.at, r.text, r.account_ids, r.lang,
                                 r.attachments, r.parts, r.variants, r.poll from post_revision r
                          where r.workspace_id = :workspace and r.post_id = :post
                          union all
                          select p.revision, p.brand_id, p.author_id, p.created_at, p.text, p.account_ids, p.lang,
                                 p.attachments, p.parts, p.variants, p.poll from post p
                          where p.workspace_id = :workspace and p.id = :post
                            and not exists (select from post_revision r where r.workspace_id = p.workspace_id
                                              and r.post_id = p.id and r.revision = p.revision))
                        select k.revision, k.brand_id, m.name as author, k.at, k.text, k.account_ids, k.lang,
                               k.attachments::text as attachments, k.parts::text as parts, k.variants::text as variants,
                               k.poll::text as poll,
                               array(select a.handle from social_account a where a.workspace_id = :workspace
                                       and a.id = any (k.account_ids) order by a.id) as accounts
                        from known k join member m on m.workspace_id = :workspace and m.id = k.member_id
                        order by k.revision desc limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("post", post)
                .bind("most", MOST)
                .map(Sql.row(Row.class))
                .list());
        if (rows.isEmpty()) {
            throw new PostNotFound(post);
        }
        requireSeen(post, rows.getFirst().brandId());
        return rows;
    }

    private void requireSeen(PostId post, BrandId brand) {
        try {
            permissions.require(brand, Permission.VIEW);
        } catch (BrandNotFound unseen) {
            throw new PostNotFound(post);
        }
    }

    /// Writes down how the post stands now, unless that is done.
    ///
    /// @param writer who wrote it so; null means its author, when it was made
    static void keep(Handle handle, MemberScope member, PostId post, @Nullable MemberId writer, Instant now) {
        handle.createUpdate("""
                        insert into post_revision (workspace_id, post_id, revision, brand_id, member_id, at, text, lang,
                                                   account_ids, attachments, parts, variants, poll)
                        select workspace_id, id, revision, brand_id, coalesce(:writer::bigint, author_id),
                               case when :writer::bigint is null then created_at else :now end, text, lang, account_ids,
                               attachments, parts, variants, poll
                        from post where workspace_id = :workspace and id = :post
                        on conflict do nothing
                        """)
                .bind("workspace", member.workspace())
                .bind("post", post)
                .bind("writer", writer == null ? null : Long.valueOf(writer.value()))
                .bind("now", now)
                .execute();
    }

    private record Row(
            int revision,
            BrandId brandId,
            String author,
            Instant at,
            String text,
            List<Long> accountIds,
            String lang,
            @Nullable String attachments,
            @Nullable String parts,
            @Nullable String variants,
            @Nullable String poll,
            List<String> accounts) {
        Details details() {
            Supplement supplement = Supplement.parse(attachments, parts, variants, lang);
            Map<AccountId, String> own = new HashMap<>();
            supplement.variants().forEach((account, wording) -> own.put(account, wording.text()));
            Details before = new Details(
                    null,
                    null,
                    supplement.attachments().stream().map(Attachment::id).toList(),
                    supplement.parts().stream().map(Wording::text).toList(),
                    own);
            return before.asking(Objects.requireNonNullElse(PollTerms.parse(poll), PollTerms.NONE));
        }
    }
}
