package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.QuietId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Ownership;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The quiet periods of a brand and of its workspace: lists them, adds one, takes one away.
@ApplicationScoped
public class QuietPeriods {
    private static final int MOST = 200;
    private static final String PERIOD = """
            select id, brand_id, name, zone, starts_at, ends_at, days, from_time, to_time, rule from quiet_period
            where workspace_id = :workspace
            """;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public QuietPeriods(@AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    QuietPeriods() {}

    /// Those over the brand, the workspace's among them; periods of one time that are long past are left out.
    @Transactional
    public QuietCalendar of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> of(handle, member, brand));
    }

    static QuietCalendar of(Handle handle, MemberScope member, BrandId brand) {
        return new QuietCalendar(handle.createQuery(PERIOD + """
                         and (brand_id is null or brand_id = :brand)
                         and (ends_at is null or ends_at > now() - interval '30 days')
                        order by coalesce(starts_at, 'infinity'), id limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("most", MOST)
                .map(Sql.row(QuietPeriod.class))
                .list());
    }

    /// @throws QuietNotPlausible when there are too many already
    @Transactional
    public QuietPeriod add(QuietWish wish) {
        QuietId id = new QuietId(ids.next());
        return db.withHandle(handle -> {
            MemberScope member = requireMay(handle, wish.brand());
            requireRoom(handle, member);
            insert(handle, member, id, wish);
            record(handle, member, wish.brand(), "quiet.added", id);
            return find(handle, member, id).orElseThrow(() -> new QuietNotFound(id));
        });
    }

    /// @throws QuietNotFound when there is none that the member may see
    @Transactional
    public void remove(QuietId id) {
        db.useHandle(handle -> {
            MemberScope member = permissions.requireScope("write");
            QuietPeriod period = find(handle, member, id).orElseThrow(() -> new QuietNotFound(id));
            requireMay(handle, period.brandId());
            handle.createUpdate("delete from quiet_period where workspace_id = :workspace and id = :id")
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .execute();
            record(handle, member, period.brandId(), "quiet.removed", id);
        });
    }

    private static Optional<QuietPeriod> find(Handle handle, MemberScope member, QuietId id) {
        return handle.createQuery(PERIOD + " and id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(QuietPeriod.class))
                .findOne();
    }

    private static void insert(Handle handle, MemberScope member, QuietId id, QuietWish wish) {
        handle.createUpdate("""
                        insert into quiet_period (workspace_id, id, brand_id, name, zone, starts_at, ends_at, days, from_time,
                                                  to_time, rule, created_by, created_at)
                        values (:workspace, :id, :brand, :name, :zone, cast(:startsAt as timestamp),
                                cast(:endsAt as timestamp), cast(:days as int[]), cast(:fromTime as time),
                                cast(:toTime as time), :rule, :member, now())
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bindByType("brand", wish.brand(), BrandId.class)
                .bind("name", wish.name())
                .bind("zone", wish.zone().getId())
                .bind("startsAt", text(wish.startsAt()))
                .bind("endsAt", text(wish.endsAt()))
                .bind("days", array(wish.days()))
                .bind("fromTime", text(wish.fromTime()))
                .bind("toTime", text(wish.toTime()))
                .bind("rule", wish.rule().name())
                .bind("member", member.member())
                .execute();
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String array(@Nullable List<Integer> days) {
        return days == null ? null : days.toString().replace('[', '{').replace(']', '}');
    }

    private static void requireRoom(Handle handle, MemberScope member) {
        int all = handle.createQuery("select count(*)::int from quiet_period where workspace_id = :workspace")
                .bind("workspace", member.workspace())
                .mapTo(Integer.class)
                .one();
        if (all >= MOST) {
            throw new QuietNotPlausible(
                    "There are " + all + " quiet periods already. Remove those that are past first.");
        }
    }

    private MemberScope requireMay(Handle handle, @Nullable BrandId brand) {
        if (brand != null) {
            return permissions.require(brand, Permission.SET_RULES);
        }
        MemberScope member = permissions.requireScope("write");
        if (!Ownership.of(handle, member)) {
            throw new PermissionDenied(Permission.SET_RULES);
        }
        return member;
    }

    private void record(Handle handle, MemberScope member, @Nullable BrandId brand, String action, QuietId id) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, action, id, "{}"));
    }
}
