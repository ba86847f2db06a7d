package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads the receipts of a post: one for each account on which its time has come.
@ApplicationScoped
public class Receipts {
    private static final int MOST_ATTEMPTS = 200;
    private static final String FACTS = """
            select u.id, u.post_id, u.brand_id, u.account_id as account, u.network, a.handle, u.state, u.failure,
                   coalesce(u.text, p.text) as text,
                   encode(sha256(convert_to(coalesce(u.text, p.text), 'UTF8')), 'hex') as hash, u.due_at,
                   case when u.state in ('DUE', 'UNKNOWN') then u.next_at end as next_at, u.published_at, u.status_id,
                   u.remote_id, u.remote_url, u.part, u.steps,
                   u.profile_id is null and u.state in ('REJECTED', 'HELD', 'MISSED', 'NEEDS_PERSON')
                     and p.state in ('CLAIMED', 'PUBLISHED') as resendable
            from publication u
            join post p on p.workspace_id = u.workspace_id and p.id = u.post_id
            join social_account a on a.workspace_id = u.workspace_id and a.id = u.account_id
            where u.workspace_id = :workspace and %s order by u.account_id
            """;

    private Jdbi db;
    private Permissions permissions;
    private Queue queue;

    @Inject
    public Receipts(@AppDb Jdbi db, Permissions permissions, Queue queue) {
        this.db = db;
        this.permissions = permissions;
        this.queue = queue;
    }

    @SuppressWarnings("NullAway.Init")
    Receipts() {}

    /// @throws org.gazouillis.compose.PostNotFound when there is no such post that the member may see
    @Transactional
    public List<Receipt> of(PostId post) {
        MemberScope member = permissions.require(queue.one(post).facts().brandId(), Permission.VIEW);
        return db.withHandle(handle -> read(handle, member, "u.post_id = :id", post));
    }

    /// @throws PublicationNotFound when there is none that the member may see
    @Transactional
    public Receipt one(PublicationId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> read(handle, member, "u.id = :id", id)).stream()
                .filter(this::isSeen)
                .findFirst()
                .orElseThrow(() -> new PublicationNotFound(id));
    }

    private boolean isSeen(Receipt receipt) {
        try {
            permissions.require(receipt.facts().brandId(), Permission.VIEW);
            return true;
        } catch (BrandNotFound unseen) {
            return false;
        }
    }

    private static List<Receipt> read(Handle handle, MemberScope member, String which, TypedId id) {
        List<Receipt.Facts> facts = handle.createQuery(String.format(Locale.ROOT, FACTS, which))
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(Receipt.Facts.class))
                .list();
        Map<PublicationId, List<Attempt>> attempts = attempts(handle, member, facts);
        return facts.stream()
                .map(each -> new Receipt(each, attempts.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Map<PublicationId, List<Attempt>> attempts(
            Handle handle, MemberScope member, List<Receipt.Facts> facts) {
        return handle
                .createQuery("""
                        select t.publication_id as publication, t.kind, t.started_at, t.ended_at, t.outcome, t.detail,
                               encode(t.content_hash, 'hex') as hash, t.remote_id, t.next_at, t.part, m.name as member
                        from attempt t
                        left join member m on m.workspace_id = t.workspace_id and m.id = t.member_id
                        where t.workspace_id = :workspace and t.publication_id = any (:ids)
                        order by t.id desc limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("ids", facts.stream().map(each -> each.id().value()).toArray(Long[]::new))
                .bind("most", MOST_ATTEMPTS)
                .map(Sql.row(Attempt.class))
                .list()
                .reversed()
                .stream()
                .collect(Collectors.groupingBy(Attempt::publication));
    }
}
