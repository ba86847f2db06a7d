package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.AlmanacId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.schedule.ical.EventFile;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Brings files of holidays and own events in, shows and removes them. Files are never fetched from an address.
@ApplicationScoped
public class Almanacs {
    /// Of one file.
    public static final int MOST_BYTES = EventFile.MOST_BYTES;

    private static final int MOST = 100;
    private static final int MOST_SHOWN = 2_000;

    private static final String SELECT = """
        select a.id, a.brand_id as brand, a.name, a.file_name, a.events, a.laid_out_to, m.name as member, a.created_at
        from almanac a join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
        where a.workspace_id = :workspace and a.deleted_at is null
        """;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public Almanacs(@AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    Almanacs() {}

    /// Takes a file whole or not at all. A file of the same name that was there for the same brand gives way to it.
    ///
    /// @param brand null: for every brand of the workspace
    /// @throws AlmanacRefused when a line is not understood or there is too much
    @Transactional
    public Almanac add(@Nullable BrandId brand, String fileName, byte[] bytes) {
        MemberScope member = requireEditor(brand);
        EventFile file = EventFile.read(bytes);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        AlmanacId id = new AlmanacId(ids.next());
        return db.withHandle(handle -> {
            replace(handle, member, brand, fileName);
            requireRoom(handle, member);
            AlmanacRows rows = new AlmanacRows(handle, member.workspace(), id, brand);
            rows.insert(member.member(), fileName, file, today, clock.instant());
            record(handle, member, brand, "almanac.added", id);
            return one(handle, member, id);
        });
    }

    /// Those of the workspace and of the brands that the member sees, the newest first.
    @Transactional
    public List<Almanac> all() {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> handle.createQuery(SELECT + " order by a.id desc limit :most")
                .bind("workspace", member.workspace())
                .bind("most", MOST)
                .map(Sql.row(Almanac.class))
                .list());
    }

    /// Takes it out of every calendar; [#restore] brings it back within a day.
    @Transactional
    public void remove(AlmanacId id) {
        mark(id, true, "almanac.removed");
    }

    @Transactional
    public void restore(AlmanacId id) {
        mark(id, false, "almanac.restored");
    }

    /// What touches the days from the first to the last, by the clocks of any zone, for these brands and the
    /// workspace.
    @Transactional
    public List<Occasion> between(List<BrandId> brands, LocalDate first, LocalDate last) {
        MemberScope member = permissions.requireScope("read");
        brands.forEach(brand -> permissions.require(brand, Permission.VIEW));
        return db.withHandle(handle -> handle.createQuery("""
            select o.brand_id as brand, a.name as almanac, o.summary, o.all_day, o.local_start, o.local_end,
                   o.starts_at, o.ends_at
            from occasion o join almanac a on a.workspace_id = o.workspace_id and a.id = o.almanac_id
            where o.workspace_id = :workspace and a.deleted_at is null
              and (o.brand_id is null or o.brand_id = any (:brands))
              and (o.local_start < :last::timestamp + interval '1 day' and o.local_end >= :first::timestamp
                or o.starts_at < :last::timestamp at time zone 'UTC' + interval '42 hours'
                  and o.ends_at >= :first::timestamp at time zone 'UTC' - interval '18 hours')
            order by o.all_day desc, coalesce(o.local_start, o.starts_at at time zone 'UTC'), o.summary
            limit :most
            """)
                .bind("workspace", member.workspace())
                .bind("brands", brands.stream().mapToLong(BrandId::value).toArray())
                .bind("first", first)
                .bind("last", last)
                .bind("most", MOST_SHOWN)
                .map(Sql.row(Occasion.class))
                .list());
    }

    private static Almanac one(Handle handle, MemberScope member, AlmanacId id) {
        return handle.createQuery(SELECT + " and a.id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(Almanac.class))
                .one();
    }

    private void mark(AlmanacId id, boolean removed, String deed) {
        MemberScope member = permissions.requireScope("write");
        db.useHandle(handle -> {
            Place place = handle.createQuery(
                            "select id, brand_id as brand from almanac where workspace_id = :workspace and id = :id"
                                    + " for update")
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .map(Sql.row(Place.class))
                    .findOne()
                    .orElseThrow(() -> new AlmanacNotFound(id));
            requireEditor(place.brand());
            handle.createUpdate("""
                update almanac set deleted_at = case when :removed then now() end
                where workspace_id = :workspace and id = :id
                """)
                    .bind("removed", removed)
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .execute();
            record(handle, member, place.brand(), deed, id);
        });
    }

    private record Place(AlmanacId id, @Nullable BrandId brand) {}

    private static void replace(Handle handle, MemberScope member, @Nullable BrandId brand, String fileName) {
        handle.createUpdate("""
            update almanac set deleted_at = now() where workspace_id = :workspace and file_name = :file
              and brand_id is not distinct from :brand::bigint and deleted_at is null
            """)
                .bind("workspace", member.workspace())
                .bind("file", fileName)
                .bind("brand", brand)
                .execute();
    }

    private static void requireRoom(Handle handle, MemberScope member) {
        int there = handle.createQuery(
                        "select count(*) from almanac where workspace_id = :workspace and deleted_at is null")
                .bind("workspace", member.workspace())
                .mapTo(Integer.class)
                .one();
        if (there >= MOST) {
            throw new AlmanacRefused("There are " + MOST + " files of events already. Remove one first.");
        }
    }

    /// For a brand whoever may plan its campaigns; for the whole workspace only who may do so for every brand, also
    /// for those to come.
    private MemberScope requireEditor(@Nullable BrandId brand) {
        if (brand != null) {
            return permissions.require(brand, Permission.PLAN_CAMPAIGNS);
        }
        MemberScope member = permissions.requireScope("write");
        if (!isEditorOfAll(member)) {
            throw new PermissionDenied(Permission.PLAN_CAMPAIGNS);
        }
        return member;
    }

    /// Whether the member may bring in files for every brand at once; for pages that show or hide the choice.
    @Transactional
    public boolean mayForAll() {
        return isEditorOfAll(permissions.requireScope("read"));
    }

    private boolean isEditorOfAll(MemberScope member) {
        return db.withHandle(handle -> handle.createQuery("""
            select exists (select from membership where workspace_id = :workspace and member_id = :member
              and brand_id is null and role in ('OWNER', 'MANAGER'))
            """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .mapTo(Boolean.class)
                .one());
    }

    private void record(Handle handle, MemberScope member, @Nullable BrandId brand, String deed, AlmanacId id) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, deed, id, "{}"));
    }
}
