package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TriageId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What was held or missed, and what a person decides about it: never a flood, always to be undone.
@ApplicationScoped
public class Triage {
    /// Posts that one decision takes; for more it is made again.
    public static final int MOST = 5_000;
    private static final int SHOWN = 200;
    private static final Duration KEPT = Duration.ofDays(7);

    private Jdbi db;
    private Permissions permissions;
    private TimeOrderedIds ids;

    @Inject
    public Triage(@AppDb Jdbi db, Permissions permissions, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    Triage() {}

    /// What waits, of one brand or, with null, of all that the member sees.
    @Transactional
    public HeldPosts waiting(@Nullable BrandId brand) {
        MemberScope member = permissions.requireScope("read");
        Long[] brands = brands(member, brand, Permission.VIEW);
        return db.withHandle(handle -> new HeldPosts(
                handle.createQuery(TriageSql.LIST)
                        .bind("workspace", member.workspace())
                        .bind("brands", brands)
                        .bind("limit", SHOWN)
                        .map(Sql.row(HeldPost.class))
                        .list(),
                handle.createQuery(TriageSql.COUNT)
                        .bind("workspace", member.workspace())
                        .bind("brands", brands)
                        .mapTo(Integer.class)
                        .one()));
    }

    /// Decides. Posts that wait no more, or that the member may not publish, are left as they are.
    ///
    /// @throws StopNotPlausible when the time to re-date to has passed
    @Transactional
    public TriageDone decide(TriageOrder order) {
        MemberScope member = permissions.requireScope("write");
        Long[] brands = brands(member, order.brand(), Permission.PUBLISH);
        return db.withHandle(handle -> {
            requireFuture(handle, order.to());
            forgetOld(handle, member);
            return handle.createQuery(TriageSql.DECIDE)
                    .bind("workspace", member.workspace())
                    .bind("brands", brands)
                    .bind("all", order.posts().isEmpty())
                    .bind("posts", order.posts().stream().map(PostId::value).toArray(Long[]::new))
                    .bind("most", MOST)
                    .bind("deed", order.deed().name())
                    .bind("respite", order.respite().toSeconds())
                    .bind("every", order.every() == null ? 0 : order.every().toSeconds())
                    .bindByType("to", order.to(), Instant.class)
                    .bind("id", ids.next())
                    .bind("member", member.member())
                    .bind("first", ids.reserve(MOST + 1))
                    .bind("action", "post.triage_" + order.deed().name().toLowerCase(Locale.ROOT))
                    .map(Sql.row(TriageDone.class))
                    .one();
        });
    }

    /// Puts the posts of a decision back to where they waited; gives how many. What went out meanwhile stays out.
    ///
    /// @throws StopNotFound when there was no such decision
    @Transactional
    public int undo(TriageId id) {
        MemberScope member = permissions.requireScope("write");
        Long[] brands = brands(member, null, Permission.PUBLISH);
        return db.withHandle(handle -> {
            requireKnown(handle, member, id);
            return handle.createQuery(TriageSql.UNDO)
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .bind("brands", brands)
                    .bind("member", member.member())
                    .bind("first", ids.reserve(MOST + 1))
                    .mapTo(Integer.class)
                    .one();
        });
    }

    private Long[] brands(MemberScope member, @Nullable BrandId brand, Permission permission) {
        if (brand != null) {
            permissions.require(brand, permission);
            return new Long[] {brand.value()};
        }
        return member.roles().keySet().stream()
                .filter(each -> permissions.may(each, permission))
                .map(BrandId::value)
                .toArray(Long[]::new);
    }

    private static void requireFuture(Handle handle, @Nullable Instant to) {
        if (to == null) {
            return;
        }
        Instant now = handle.createQuery("select now()").mapTo(Instant.class).one();
        if (to.isBefore(now)) {
            throw new StopNotPlausible("The time " + to + " has passed (it is " + now
                    + "). Choose a time to come, or send the posts now.");
        }
    }

    private static void requireKnown(Handle handle, MemberScope member, TriageId id) {
        boolean known = handle.createQuery(
                        "select exists (select from triage where workspace_id = :workspace and id = :id)")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw new StopNotFound(id);
        }
    }

    private static void forgetOld(Handle handle, MemberScope member) {
        handle.createUpdate("""
                        delete from triage where workspace_id = :workspace and at < now() - :days * interval '1 day'
                        """)
                .bind("workspace", member.workspace())
                .bind("days", KEPT.toDays())
                .execute();
    }
}
