package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Exports in the background, as their makers see them: nobody sees another one's. [ExportRound] writes them.
@ApplicationScoped
@Transactional
public class ExportJobs {
    /// With more rows, an export is better left to the background.
    public static final int MANY_ROWS = 20_000;

    /// How many of a member's may wait or be written at a time.
    static final int MOST_OPEN = 3;

    private static final int MOST_LISTED = 20;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private ExportFiles files;
    private TimeOrderedIds ids;

    @Inject
    public ExportJobs(
            @AppDb Jdbi db, Permissions permissions, AuditTrail trail, DataDirectory data, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        files = new ExportFiles(data);
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    ExportJobs() {}

    /// Leaves an export to the background.
    ///
    /// @param zone    of the instants in the file
    /// @param request null when it may not come again
    /// @throws ExportNotOpen   when three of the member's are waiting or being written
    /// @throws ExportKeyReused when the key stands for another request
    public ExportJob ask(ExportWish wish, ZoneId zone, String fileName, @Nullable ExportRequest request) {
        MemberScope member = require(wish);
        return db.withHandle(handle -> {
            // One after the other, or four could be counted as three.
            handle.execute(
                    "select pg_advisory_xact_lock(hashtextextended(?, 0))", "report.export of " + member.member());
            ExportId id = earlier(handle, member, request).orElseGet(() -> {
                requireFew(handle, member);
                return insert(handle, member, new KeptWish(wish, zone), fileName, request);
            });
            return ExportRow.own(handle, member, id);
        });
    }

    private MemberScope require(ExportWish wish) {
        BrandId brand = wish.brand();
        return brand == null
                ? permissions.requireEverywhere(Permission.EXPORT)
                : permissions.require(brand, Permission.EXPORT);
    }

    private static Optional<ExportId> earlier(Handle handle, MemberScope member, @Nullable ExportRequest request) {
        if (request == null) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        select id, request from export_job
                        where workspace_id = :workspace and member_id = :member and request_key = :key
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("key", request.key())
                .map(Sql.row(Asked.class))
                .findOne()
                .map(asked -> asked.sameAs(request));
    }

    record Asked(ExportId id, String request) {
        ExportId sameAs(ExportRequest again) {
            if (!request.equals(again.request())) {
                throw new ExportKeyReused(again.key());
            }
            return id;
        }
    }

    private static void requireFew(Handle handle, MemberScope member) {
        int open = handle.createQuery("""
                        select count(*) from export_job
                        where workspace_id = :workspace and member_id = :member and state in ('QUEUED', 'RUNNING')
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .mapTo(Integer.class)
                .one();
        if (open >= MOST_OPEN) {
            throw new ExportNotOpen(MOST_OPEN + " of your exports are being prepared."
                    + " Wait until one is done, or cancel one of them.");
        }
    }

    private ExportId insert(
            Handle handle, MemberScope member, KeptWish kept, String fileName, @Nullable ExportRequest request) {
        var id = new ExportId(ids.next());
        handle.createUpdate("""
                        insert into export_job (workspace_id, id, brand_id, member_id, question, file_name, request_key,
                          request, state, lease_until, asked_at)
                        values (:workspace, :id, :brand, :member, cast(:question as jsonb), :name, :key, :request, 'QUEUED',
                          now(), now())
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("brand", kept.wish().brand())
                .bind("member", member.member())
                .bind("question", kept.json())
                .bind("name", fileName)
                .bind("key", request == null ? null : request.key())
                .bind("request", request == null ? null : request.request())
                .execute();
        note(handle, member, kept.wish().brand(), "export.asked", id);
        return id;
    }

    /// The same question again, of the data of now.
    public ExportJob again(ExportId id) {
        ExportJob before = one(id);
        return ask(before.wish(), before.zone(), before.fileName(), null);
    }

    /// The member's newest 20 for a brand, with those that are of every brand.
    public List<ExportJob> mine(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.EXPORT);
        return db.withHandle(handle -> ExportRow.newest(handle, member, brand, MOST_LISTED));
    }

    /// @throws ExportNotFound when the member has none of that id
    public ExportJob one(ExportId id) {
        MemberScope member = permissions.requireScope("read");
        ExportJob job = db.withHandle(handle -> ExportRow.own(handle, member, id));
        require(job.wish());
        return job;
    }

    /// Stops it, or throws its file away; for ten minutes it can be taken back.
    public void cancel(ExportId id) {
        change(id, "export.cancelled", """
                update export_job set was = state, state = 'CANCELLED', undo_until = now() + interval '10 minutes',
                  finished_at = coalesce(finished_at, now())
                where workspace_id = :workspace and id = :id and state <> 'CANCELLED'
                """);
    }

    /// Takes a cancellation back: what was being written goes on where it stood.
    public ExportJob restore(ExportId id) {
        change(id, "export.restored", """
                update export_job set state = case when was in ('QUEUED', 'RUNNING') then 'QUEUED' else was end,
                  finished_at = case when was in ('QUEUED', 'RUNNING') then null else finished_at end,
                  lease_until = now(), tries = 0, was = null, undo_until = null
                where workspace_id = :workspace and id = :id and state = 'CANCELLED' and undo_until > now()
                """);
        return one(id);
    }

    private void change(ExportId id, String deed, String sql) {
        ExportJob job = one(id);
        MemberScope member = require(job.wish());
        db.useHandle(handle -> {
            int changed = handle.createUpdate(sql)
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .execute();
            if (changed == 1) {
                note(handle, member, job.wish().brand(), deed, id);
            }
        });
    }

    /// Where the whole file lies. The trail says who took it.
    ///
    /// @throws ExportNotOpen when it is not whole, or its days are over
    public ExportFile open(ExportId id) {
        ExportJob job = one(id);
        MemberScope member = require(job.wish());
        if (job.state() != ExportState.DONE) {
            throw new ExportNotOpen(
                    job.state().isOpen()
                            ? "This export is not ready yet. Look at its state, and take the file when it is DONE."
                            : "This export has no file (any more). Run it again.");
        }
        return db.withHandle(handle -> {
            Path path = files.whole(id, ExportRow.writtenBy(handle, member, id));
            if (!Files.isReadable(path)) {
                throw new ExportNotOpen("The file of this export is not on this server any more. Run it again.");
            }
            note(handle, member, job.wish().brand(), "export.downloaded", id);
            return new ExportFile(job, path);
        });
    }

    private void note(Handle handle, MemberScope member, @Nullable BrandId brand, String deed, ExportId id) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, deed, id, "{}"));
    }

    /// Whether an export of this period has more than [#MANY_ROWS] rows.
    public boolean isLong(BrandId brand, TimeRange published) {
        MemberScope member = permissions.require(brand, Permission.EXPORT);
        return db.withHandle(handle -> handle.createQuery("""
                        select count(*) > :many from (
                          (select 1 from status_performance where workspace_id = :workspace and brand_id = :brand
                             and created_at >= :from and created_at < :to limit :many + 1)
                          union all
                          (select 1 from imported_status where workspace_id = :workspace and brand_id = :brand
                             and created_at >= :from and created_at < :to limit :many + 1)) as found
                        """)
                .bind("many", MANY_ROWS)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("from", published.from())
                .bind("to", published.to())
                .mapTo(Boolean.class)
                .one());
    }
}
