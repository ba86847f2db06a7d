package org.gazouillis.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.listen.SearchExportTrail;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Where exports in the background stand, as the round that writes them sees it. All that it is told counts only under
/// the fence number of the lease: who lost it is told by [ExportTakenOver] and writes nothing more.
final class ExportLedger {
    static final int MOST_TRIES = 5;
    /// Of those whose node died, too.
    static final int MOST_KILLS = 20;
    /// Until the first row comes, a large brand's statuses may have to be sorted.
    private static final Duration READING = Duration.ofMinutes(5);
    private static final Duration WRITING = Duration.ofSeconds(60);
    private static final int KEPT_DAYS = 30;

    private final Jdbi db;
    private final AuditTrail trail;
    private final ExportKeeping keeping;

    ExportLedger(Jdbi db, AuditTrail trail, ExportKeeping keeping) {
        this.db = db;
        this.trail = trail;
        this.keeping = keeping;
    }

    /// An export that this node has under its lease, as it stood when it was taken.
    ///
    /// @param frozenBy who read the rows, or began to; null before
    /// @param names  of the frozen rows
    /// @param digest of what is written
    record Held(
            WorkspaceId workspaceId,
            ExportId id,
            @Nullable BrandId brandId,
            MemberId memberId,
            String question,
            String fileName,
            int fence,
            int tries,
            @Nullable Integer frozenBy,
            @Nullable String names,
            @Nullable Integer writtenBy,
            long rowsWritten,
            long bytesWritten,
            String readTo,
            @Nullable String digest) {
        KeptWish kept() {
            return KeptWish.parse(brandId, question);
        }
    }

    /// How far a file is.
    ///
    /// @param readTo where the next row stands
    record Mark(long rows, long bytes, String readTo, String digest) {
        static final Mark NOTHING = new Mark(0, 0, "", "");
    }

    /// What nobody works on, those that wait longest first.
    List<ExportId> waiting() {
        return db.withHandle(
                handle -> handle.createQuery("""
                        select id from export_job where state in ('QUEUED', 'RUNNING') and lease_until <= now()
                        order by lease_until, id limit 20
                        """).mapTo(ExportId.class).list());
    }

    /// Takes it, unless somebody has by now.
    Optional<Held> claim(ExportId id) {
        return db.inTransaction(handle -> handle.createQuery("""
                        update export_job e set state = 'RUNNING', fence = e.fence + 1, tries = e.tries + 1,
                          lease_until = now() + case when e.frozen_by is null then :reading else :writing end
                            * interval '1 second'
                        from (select id from export_job
                          where id = :id and state in ('QUEUED', 'RUNNING') and lease_until <= now()
                          for update skip locked) free
                        where e.id = free.id
                        returning e.workspace_id, e.id, e.brand_id, e.member_id, e.question::text as question, e.file_name,
                          e.fence, e.tries, e.frozen_by, e.names::text as names, e.written_by, e.rows_written,
                          e.bytes_written, e.read_to, e.digest
                        """)
                .bind("id", id)
                .bind("reading", READING.toSeconds())
                .bind("writing", WRITING.toSeconds())
                .map(Sql.row(Held.class))
                .findOne());
    }

    /// Keeps the lease while rows are read or written.
    void renew(Held job, long rows, long bytes) {
        db.useTransaction(handle -> hold(
                handle,
                job,
                "rows_written = greatest(rows_written, :rows), bytes_written = greatest(bytes_written, :bytes)",
                update -> update.bind("rows", rows).bind("bytes", bytes)));
    }

    /// The rows are known; whatever was made of others counts no more.
    void frozen(Held job, Frozen rows) {
        db.useTransaction(handle -> hold(
                handle,
                job,
                "frozen_by = fence, names = cast(:names as jsonb), data_as_of = cast(:asOf as timestamptz),"
                        + " definition_version = :version, row_count = :rows, written_by = null, rows_written = 0,"
                        + " bytes_written = 0, read_to = '', digest = null, tries = 1",
                update -> update.bind("names", rows.names())
                        .bind("asOf", rows.asOf().toString())
                        .bind("version", rows.version())
                        .bind("rows", rows.count())));
    }

    /// So much of the file is on disk.
    void reached(Held job, Mark mark) {
        db.useTransaction(handle -> hold(
                handle,
                job,
                "written_by = fence, rows_written = :rows, bytes_written = :bytes, read_to = :read, digest = :digest,"
                        + " tries = 1",
                update -> update.bind("rows", mark.rows())
                        .bind("bytes", mark.bytes())
                        .bind("read", mark.readTo())
                        .bind("digest", mark.digest())));
    }

    /// The file is whole: the job, its entry in the trail and the notice in one.
    void finish(Held job, Mark mark) {
        db.useTransaction(handle -> {
            hold(
                    handle,
                    job,
                    "state = 'DONE', written_by = fence, rows_written = :rows, bytes_written = :bytes, digest = :digest,"
                            + " finished_at = now(), expires_at = now() + :kept * interval '1 second'",
                    update -> update.bind("rows", mark.rows())
                            .bind("bytes", mark.bytes())
                            .bind("digest", mark.digest())
                            .bind("kept", keeping.files().toSeconds()));
            trail.record(handle, taken(job, mark));
            tell(handle, job, "ExportFinished");
        });
    }

    /// As of a file that is sent at once.
    private static AuditEntry taken(Held job, Mark mark) {
        return switch (job.kept().wish()) {
            case EngagementWish wish ->
                taken(job, "report.exported", ExportTrail.detail(wish.published(), wish.format(), mark.rows(), true));
            case FoundWish wish ->
                taken(job, "search.exported", SearchExportTrail.detail(wish.query(), wish.format(), mark.rows(), true));
        };
    }

    private static AuditEntry taken(Held job, String deed, String detail) {
        return new AuditEntry(job.workspaceId(), job.memberId(), job.brandId(), deed, job.id(), detail);
    }

    void fail(Held job, ExportFailure why) {
        db.useTransaction(handle -> {
            hold(
                    handle,
                    job,
                    "state = 'FAILED', failure = :why, finished_at = now(), frozen_by = null, written_by = null",
                    update -> update.bind("why", why.name()));
            tell(handle, job, "ExportFailed");
        });
    }

    /// Lets it lie for a while.
    void putOff(Held job) {
        release(job, "lease_until = now() + tries * interval '10 seconds'");
    }

    /// Lets it lie until what it waits for is there; that is no try.
    void await(Held job) {
        release(job, "lease_until = now() + interval '15 seconds', tries = greatest(tries - 1, 0)");
    }

    private void release(Held job, String change) {
        db.useTransaction(handle -> handle.createUpdate("update export_job set " + change
                        + " where workspace_id = :workspace and id = :id and fence = :fence and state = 'RUNNING'")
                .bind("workspace", job.workspaceId())
                .bind("id", job.id())
                .bind("fence", job.fence())
                .execute());
    }

    private static void hold(Handle handle, Held job, String change, UnaryOperator<Update> values) {
        Update update = handle.createUpdate("update export_job set lease_until = now() + :lease * interval '1 second', "
                        + change
                        + " where workspace_id = :workspace and id = :id and fence = :fence and state = 'RUNNING'")
                .bind("lease", WRITING.toSeconds())
                .bind("workspace", job.workspaceId())
                .bind("id", job.id())
                .bind("fence", job.fence());
        if (values.apply(update).execute() == 0) {
            throw new ExportTakenOver(job.id());
        }
    }

    /// For whoever asked alone, at once.
    private static void tell(Handle handle, Held job, String fact) {
        handle.createUpdate("""
                        insert into outbox (kind, workspace_id, subject, payload, at)
                        values (:fact, :workspace, :id, jsonb_build_object('brand', cast(:brand as bigint), 'watcher', :member,
                          'label', cast(:label as text), 'closes', now()), now())
                        """)
                .bind("fact", fact)
                .bind("workspace", job.workspaceId())
                .bind("id", job.id())
                .bind("brand", job.brandId())
                .bind("member", job.memberId())
                .bind("label", job.fileName())
                .execute();
    }

    /// Lets files expire whose days are over, and forgets old jobs.
    void expire() {
        db.useHandle(handle -> {
            handle.execute("update export_job set state = 'EXPIRED' where state = 'DONE' and expires_at <= now()");
            handle.createUpdate("""
                            delete from export_job where state not in ('QUEUED', 'RUNNING', 'DONE')
                              and finished_at < now() - :days * interval '1 day'
                              and (undo_until is null or undo_until <= now())
                            """).bind("days", KEPT_DAYS).execute();
        });
    }

    /// Those of them whose files are still wanted.
    Set<ExportId> living(List<ExportId> ids) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id from export_job where id = any (:ids)
                          and (state in ('QUEUED', 'RUNNING', 'DONE') or state = 'CANCELLED' and undo_until > now())
                        """)
                .bind("ids", ids.stream().map(ExportId::value).toArray(Long[]::new))
                .mapTo(ExportId.class)
                .set());
    }
}
