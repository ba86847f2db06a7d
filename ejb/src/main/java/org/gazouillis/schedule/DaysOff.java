package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A brand's days off. What series have planned for a day is taken back when it becomes one, and comes back with it.
@ApplicationScoped
public class DaysOff {
    private static final int MOST = 400;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;

    @Inject
    public DaysOff(@AppDb Jdbi db, Permissions permissions, AuditTrail trail) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    DaysOff() {}

    /// From today on, at most 400.
    @Transactional
    public List<DayOff> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select day, name from day_off
                        where workspace_id = :workspace and brand_id = :brand and day >= current_date - 1
                        order by day limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("most", MOST)
                .map(Sql.row(DayOff.class))
                .list());
    }

    /// Adds a day, or names it anew.
    ///
    /// @throws WishNotPlausible without a name
    @Transactional
    public void add(BrandId brand, DayOff off) {
        MemberScope member = permissions.require(brand, Permission.PUBLISH);
        String name = off.name().strip();
        if (name.isEmpty() || name.length() > 120) {
            throw new WishNotPlausible("A day off needs a name of 1 to 120 characters, such as Christmas.");
        }
        db.useHandle(handle -> {
            handle.createUpdate("""
                            insert into day_off (workspace_id, brand_id, day, name)
                            values (:workspace, :brand, :day, :name)
                            on conflict (workspace_id, brand_id, day) do update set name = excluded.name
                            """)
                    .bind("workspace", member.workspace())
                    .bind("brand", brand)
                    .bind("day", off.day())
                    .bind("name", name)
                    .execute();
            silence(handle, member, brand, off.day());
            record(handle, member, brand, "brand.day-off-added", off.day());
        });
    }

    @Transactional
    public void remove(BrandId brand, LocalDate day) {
        MemberScope member = permissions.require(brand, Permission.PUBLISH);
        db.useHandle(handle -> {
            int gone = handle.createUpdate(
                            "delete from day_off where workspace_id = :workspace and brand_id = :brand and day = :day")
                    .bind("workspace", member.workspace())
                    .bind("brand", brand)
                    .bind("day", day)
                    .execute();
            if (gone > 0) {
                revive(handle, member, brand, day);
                record(handle, member, brand, "brand.day-off-removed", day);
            }
        });
    }

    private static void silence(Handle handle, MemberScope member, BrandId brand, LocalDate day) {
        handle.createUpdate("""
                        with hit as (
                          select o.series_id, o.slot, p.id from series_occurrence o
                          join series s on s.workspace_id = o.workspace_id and s.id = o.series_id and s.spares_days_off
                          join post p on p.workspace_id = o.workspace_id and p.id = o.post_id
                          where o.workspace_id = :workspace and o.brand_id = :brand and o.local_date = :day
                            and o.state = 'PLANNED' and p.state = 'SCHEDULED' and p.due_at > now()
                          order by p.id for update of p),
                        cancelled as (
                          update post p set state = 'CANCELLED', failure = 'series', version = p.version + 1,
                                 updated_at = now()
                          from hit h where p.workspace_id = :workspace and p.id = h.id)
                        update series_occurrence o set state = 'SKIPPED', reason = 'day off' from hit h
                        where o.workspace_id = :workspace and o.series_id = h.series_id and o.local_date = :day
                          and o.slot = h.slot
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("day", day)
                .execute();
    }

    /// Posts that were taken back return; what was never made is left to the next filling up to the horizon.
    private static void revive(Handle handle, MemberScope member, BrandId brand, LocalDate day) {
        handle.createUpdate("""
                        with hit as (
                          select o.series_id, o.slot, p.id from series_occurrence o
                          join series s on s.workspace_id = o.workspace_id and s.id = o.series_id and s.state = 'ACTIVE'
                          join post p on p.workspace_id = o.workspace_id and p.id = o.post_id
                          where o.workspace_id = :workspace and o.brand_id = :brand and o.local_date = :day
                            and o.reason = 'day off' and p.state = 'CANCELLED' and p.failure = 'series'
                            and p.due_at > now()
                          order by p.id for update of p),
                        back as (
                          update post p set state = 'SCHEDULED', failure = null, version = p.version + 1, updated_at = now()
                          from hit h where p.workspace_id = :workspace and p.id = h.id)
                        update series_occurrence o set state = 'PLANNED', reason = null from hit h
                        where o.workspace_id = :workspace and o.series_id = h.series_id and o.local_date = :day
                          and o.slot = h.slot
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("day", day)
                .execute();
        handle.createUpdate("""
                        with open as (
                          delete from series_occurrence
                          where workspace_id = :workspace and brand_id = :brand and local_date = :day
                            and reason = 'day off' and post_id is null returning series_id)
                        update series s set planned_through = least(s.planned_through, :day::timestamp - interval '1 second')
                        from open where s.workspace_id = :workspace and s.id = open.series_id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("day", day)
                .execute();
    }

    private void record(Handle handle, MemberScope member, BrandId brand, String action, LocalDate day) {
        trail.record(
                handle,
                new AuditEntry(member.workspace(), member.member(), brand, action, null, "{\"day\":\"" + day + "\"}"));
    }
}
