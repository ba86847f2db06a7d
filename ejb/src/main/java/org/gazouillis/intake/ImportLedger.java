package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// How far runs have come, as the background work writes it. A run is held by a lease of the database's clock; each
/// batch renews it in the same transaction that commits the batch.
@ApplicationScoped
class ImportLedger {
    static final Duration LEASE = Duration.ofSeconds(20);
    static final int MAX_ATTEMPTS = 5;

    private final Jdbi db;

    @Inject
    ImportLedger(@WorkerDb Jdbi db) {
        this.db = db;
    }

    ImportLedger() {
        this(Jdbi.create("jdbc:none"));
    }

    /// Takes one run that nobody holds, or empty.
    Optional<ImportJob> claim(ImportId id) {
        return db.inTransaction(handle -> handle.createQuery("""
                        update import_run r
                        set attempts = r.attempts + 1, lease_until = now() + :lease * interval '1 second'
                        from (select workspace_id, id from import_run
                              where id = :id and state = 'RUNNING' and lease_until <= now() for update skip locked) free
                        join brand b on b.workspace_id = free.workspace_id
                        where r.workspace_id = free.workspace_id and r.id = free.id and b.id = r.brand_id
                        returning r.workspace_id, r.id, r.brand_id, b.zone, r.wish #>> '{}' as wish, r.line, r.attempts
                        """)
                .bind("id", id)
                .bind("lease", LEASE.toSeconds())
                .map((row, context) -> new ImportJob(
                        new WorkspaceId(row.getLong("workspace_id")),
                        new ImportId(row.getLong("id")),
                        new BrandId(row.getLong("brand_id")),
                        ZoneId.of(row.getString("zone")),
                        row.getString("wish"),
                        row.getLong("line"),
                        row.getInt("attempts")))
                .findOne());
    }

    /// Runs whose lease has ended without their end.
    List<ImportId> abandoned() {
        return db.withHandle(handle -> handle.createQuery(
                        "select id from import_run where state = 'RUNNING' and lease_until <= now() order by id")
                .mapTo(ImportId.class)
                .list());
    }

    void renew(ImportJob job) {
        db.useTransaction(handle -> renew(handle, job));
    }

    /// @throws ImportTakenOver when the run is no longer this node's
    private static void renew(Handle handle, ImportJob job) {
        int held = handle.createUpdate("""
                        update import_run set lease_until = now() + :lease * interval '1 second'
                        where workspace_id = :workspace and id = :id and state = 'RUNNING' and attempts = :attempt
                        """)
                .bind("lease", LEASE.toSeconds())
                .bind("workspace", job.workspace())
                .bind("id", job.id())
                .bind("attempt", job.attempt())
                .execute();
        if (held == 0) {
            throw new ImportTakenOver(job.id());
        }
    }

    void recognised(ImportJob job, SourceFormat format, List<String> notes) {
        db.useHandle(handle -> handle.createUpdate("""
                        update import_run set format = :format, notes = :notes
                        where workspace_id = :workspace and id = :id
                        """)
                .bind("format", format.key())
                .bind("notes", notes.toArray(String[]::new))
                .bind("workspace", job.workspace())
                .bind("id", job.id())
                .execute());
    }

    /// Renews the lease and moves the run on, inside the batch's transaction.
    static void advance(Handle handle, ImportJob job, long line, int accepted, int rejected) {
        renew(handle, job);
        handle.createUpdate("""
                        update import_run set line = :line, rows = rows + :accepted + :rejected,
                          accepted = accepted + :accepted, rejected = rejected + :rejected
                        where workspace_id = :workspace and id = :id
                        """)
                .bind("line", line)
                .bind("accepted", accepted)
                .bind("rejected", rejected)
                .bind("workspace", job.workspace())
                .bind("id", job.id())
                .execute();
    }

    static void reject(Handle handle, ImportJob job, Collection<Reject> rejects) {
        handle.createUpdate("""
                        insert into import_reject (workspace_id, import_id, brand_id, line, column_name, value, rule, reason)
                        select :workspace, :import, :brand, * from unnest(:lines, :columns, :values, :rules, :reasons)
                        """)
                .bind("workspace", job.workspace())
                .bind("import", job.id())
                .bind("brand", job.brand())
                .bind("lines", rejects.stream().map(Reject::line).toArray(Long[]::new))
                .bind("columns", rejects.stream().map(Reject::column).toArray(String[]::new))
                .bind("values", rejects.stream().map(Reject::value).toArray(String[]::new))
                .bind(
                        "rules",
                        rejects.stream().map(reject -> reject.rule().name()).toArray(String[]::new))
                .bind("reasons", rejects.stream().map(Reject::reason).toArray(String[]::new))
                .execute();
    }

    void done(ImportJob job) {
        finish(job, ImportState.DONE, "");
    }

    void failed(ImportJob job, String reason) {
        finish(job, ImportState.FAILED, reason);
    }

    private void finish(ImportJob job, ImportState state, String failure) {
        db.useHandle(handle -> handle.createUpdate("""
                        update import_run set state = :state, failure = nullif(:failure, ''), finished_at = now()
                        where workspace_id = :workspace and id = :id and state = 'RUNNING' and attempts = :attempt
                        """)
                .bind("state", state.name())
                .bind("failure", failure)
                .bind("workspace", job.workspace())
                .bind("id", job.id())
                .bind("attempt", job.attempt())
                .execute());
    }
}
