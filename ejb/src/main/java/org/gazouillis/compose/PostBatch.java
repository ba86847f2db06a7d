package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;

/// Writes and cancels many posts of one brand at once: the same checks, rights and audit entries as
/// [PostComposer#write] and [PostComposer#cancel], but a handful of statements however many posts there are.
///
/// The transaction is the caller's, so that its own rows commit together with the posts. The author is named
/// outright, because a batch may run where there is no request.
@ApplicationScoped
public class PostBatch {
    private final TimeOrderedIds ids;

    @Inject
    public PostBatch(TimeOrderedIds ids) {
        this.ids = ids;
    }

    PostBatch() {
        this(new TimeOrderedIds(Clock.systemUTC(), 0));
    }

    /// What there is to say about each order, in their order; nothing is written.
    public List<PostVerdict> verdicts(Handle handle, MemberScope author, BrandId brand, List<PostOrder> orders) {
        BatchDesk desk = new BatchDesk(new Desk(handle, author, brand));
        return orders.stream()
                .map(order -> desk.verdict(order, desk.wording(order)))
                .toList();
    }

    /// Writes the orders that a single post would be written for, and answers what was said about each.
    public List<WrittenPost> write(Handle handle, MemberScope author, BrandId brand, List<PostOrder> orders) {
        as(author).require(brand, Permission.WRITE);
        as(author).require(brand, Permission.PUBLISH);
        if (orders.isEmpty()) {
            return List.of();
        }
        Policies.keepStill(handle, brand);
        BatchDesk desk = new BatchDesk(new Desk(handle, author, brand));
        long first = ids.reserve(orders.size());
        PostRows rows = new PostRows(desk.zone(), desk.now());
        List<WrittenPost> written = orders.stream()
                .map(order -> {
                    Wording wording = desk.wording(order);
                    PostVerdict verdict = desk.verdict(order, wording);
                    PostId id = verdict.isWritable() ? new PostId(TimeOrderedIds.plus(first, rows.size())) : null;
                    if (id != null) {
                        rows.add(id, order, desk.planned(order), wording, verdict.accounts());
                    }
                    return new WrittenPost(id, verdict);
                })
                .toList();
        rows.insert(handle, author, brand);
        record(handle, author, brand, "post.written", rows.ids());
        return written;
    }

    /// Cancels those of the posts that are not out yet, in one statement, and answers how many these were.
    public int cancel(Handle handle, MemberScope author, BrandId brand, Collection<PostId> posts) {
        as(author).require(brand, Permission.PUBLISH);
        Long[] cancelled = handle.createQuery("""
                        update post set state = 'CANCELLED', failure = null, updated_at = now(), version = version + 1
                        where workspace_id = :workspace and brand_id = :brand and id = any (:posts)
                          and state = any (:cancellable)
                        returning id
                        """)
                .bind("workspace", author.workspace())
                .bind("brand", brand)
                .bind("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .bind("cancellable", cancellable())
                .mapTo(Long.class)
                .list()
                .toArray(Long[]::new);
        record(handle, author, brand, "post.cancelled", cancelled);
        return cancelled.length;
    }

    private static String[] cancellable() {
        return Arrays.stream(PostState.values())
                .filter(state -> state.canBecome(PostState.CANCELLED))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private void record(Handle handle, MemberScope author, BrandId brand, String action, Long[] posts) {
        if (posts.length == 0) {
            return;
        }
        handle.createUpdate("""
                        insert into audit_entry (workspace_id, id, at, member_id, brand_id, action, subject, detail)
                        select p.workspace_id, id_plus(:first, u.n - 1), now(), :member, p.brand_id, :action, p.id,
                               jsonb_build_object('state', p.state, 'revision', p.revision)
                        from unnest(:posts) with ordinality u(id, n)
                        join post p on p.workspace_id = :workspace and p.brand_id = :brand and p.id = u.id
                        """)
                .bind("first", ids.reserve(posts.length))
                .bind("member", author.member())
                .bind("action", action)
                .bind("posts", posts)
                .bind("workspace", author.workspace())
                .bind("brand", brand)
                .execute();
    }

    private static Permissions as(MemberScope author) {
        CurrentMember current = new CurrentMember();
        current.become(author);
        return new Permissions(current);
    }
}
