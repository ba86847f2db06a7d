package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Rearranges planned posts: the times stay, the posts change places among them. Swapping, shuffling and moving up
/// and down are all this, and each is undone by the order from before.
@ApplicationScoped
public class QueueOrder {
    private static final int MOST = 500;

    private Jdbi db;
    private Permissions permissions;
    private TimeOrderedIds ids;

    @Inject
    public QueueOrder(@AppDb Jdbi db, Permissions permissions, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    QueueOrder() {}

    /// Lets these posts go out in this order at the times that they have among them. Gives them with their new times,
    /// the soonest first.
    ///
    /// @throws QueueRefused when one of them is not planned any more
    @Transactional
    public List<Place> arrange(BrandId brand, List<PostId> order) {
        MemberScope member = permissions.require(brand, Permission.PUBLISH);
        return db.withHandle(handle -> arrange(handle, member, brand, checked(order)));
    }

    /// Puts these posts into an order of chance.
    ///
    /// @throws QueueRefused when one of them is not planned any more
    @Transactional
    public List<Place> shuffle(BrandId brand, List<PostId> posts) {
        MemberScope member = permissions.require(brand, Permission.PUBLISH);
        List<PostId> order = new ArrayList<>(checked(posts));
        Collections.shuffle(order);
        return db.withHandle(handle -> arrange(handle, member, brand, order));
    }

    /// Exchanges the times of two posts.
    ///
    /// @throws QueueRefused when one of them is not planned any more
    @Transactional
    public List<Place> swap(BrandId brand, PostId one, PostId other) {
        MemberScope member = permissions.require(brand, Permission.PUBLISH);
        return db.withHandle(handle -> {
            List<PostId> now = lock(handle, member, brand, checked(List.of(one, other)));
            return arrange(handle, member, brand, now.reversed());
        });
    }

    private static List<PostId> checked(List<PostId> posts) {
        List<PostId> each = List.copyOf(new LinkedHashSet<>(posts));
        if (each.size() < 2 || each.size() != posts.size() || each.size() > MOST) {
            throw new WishNotPlausible("Name between two and " + MOST + " different posts of the queue.");
        }
        return each;
    }

    /// Takes the rows, so that no publisher and nobody else has them; gives the posts in the order of their times.
    private static List<PostId> lock(Handle handle, MemberScope member, BrandId brand, List<PostId> posts) {
        List<PostId> locked = handle.createQuery("""
                        select id from (
                          select id, due_at from post
                          where workspace_id = :workspace and brand_id = :brand and id = any (:posts)
                            and state = 'SCHEDULED' and due_at > now()
                          order by id for update) as waiting
                        order by due_at, id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("posts", numbers(posts))
                .mapTo(PostId.class)
                .list();
        if (locked.size() != posts.size()) {
            throw QueueRefused.changed();
        }
        return locked;
    }

    private List<Place> arrange(Handle handle, MemberScope member, BrandId brand, List<PostId> order) {
        lock(handle, member, brand, order);
        return handle.createQuery("""
                        with wanted as (select * from unnest(:posts::bigint[]) with ordinality as w (id, n)),
                        places as (
                          select p.id as was, p.due_at, p.local_at, p.zone, p.gap_rule,
                                 row_number() over (order by p.due_at, p.id) as n
                          from post p join wanted w on w.id = p.id where p.workspace_id = :workspace),
                        moved as (
                          update post p set due_at = l.due_at, local_at = l.local_at, zone = l.zone, gap_rule = l.gap_rule,
                                 version = p.version + 1, updated_at = now()
                          from wanted w join places l on l.n = w.n
                          where p.workspace_id = :workspace and p.id = w.id and l.was <> w.id),
                        seats as (
                          update slot_taken t set post_id = w.id
                          from places l join wanted w on w.n = l.n
                          where t.workspace_id = :workspace and t.post_id = l.was and t.due_at = l.due_at and l.was <> w.id),
                        written as (
                          insert into audit_entry (workspace_id, id, at, member_id, brand_id, action, subject, detail)
                          select :workspace, id_plus(:first, w.n - 1), now(), :member, :brand, 'post.reordered', w.id,
                                 jsonb_build_object('dueAt', l.due_at)
                          from wanted w join places l on l.n = w.n where l.was <> w.id)
                        select w.id as post, l.due_at from wanted w join places l on l.n = w.n order by w.n
                        """)
                .bind("posts", numbers(order))
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("brand", brand)
                .bind("first", ids.reserve(order.size()))
                .map(Sql.row(Place.class))
                .list();
    }

    private static Long[] numbers(List<PostId> posts) {
        return posts.stream().map(PostId::value).toArray(Long[]::new);
    }

    /// Where a post stands now.
    public record Place(PostId post, java.time.Instant dueAt) {}
}
