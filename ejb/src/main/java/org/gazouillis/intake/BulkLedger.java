package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Which bulk runs the background works on. A run is held by a lease of the database's clock; who lost it writes
/// nothing more, because every transaction of the work ends with [#move] or [#hold].
@ApplicationScoped
class BulkLedger {
    static final Duration LEASE = Duration.ofSeconds(60);
    static final int MAX_ATTEMPTS = 5;

    private Jdbi db;

    @Inject
    BulkLedger(@WorkerDb Jdbi db) {
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    BulkLedger() {}

    Jdbi db() {
        return db;
    }

    /// Takes one run that waits for the background and that nobody holds, or empty.
    Optional<BulkJob> claim(BulkId id) {
        return db.inTransaction(handle -> handle.createQuery("""
                        update bulk_run r
                        set attempts = r.attempts + 1, lease_until = now() + :lease * interval '1 second'
                        from (select workspace_id, id from bulk_run
                              where id = :id and state in ('READING', 'CHECKING', 'PLANNING') and lease_until <= now()
                              for update skip locked) free
                        where r.workspace_id = free.workspace_id and r.id = free.id
                        returning r.workspace_id as workspace, r.id, r.brand_id as brand, r.member_id as member, r.mode, r.state,
                                  r.attempts as attempt
                        """)
                .bind("id", id)
                .bind("lease", LEASE.toSeconds())
                .map(Sql.row(BulkJob.class))
                .findOne());
    }

    /// Runs whose lease has ended without their end.
    List<BulkId> abandoned() {
        return db.withHandle(
                handle -> handle.createQuery("""
                        select id from bulk_run
                        where state in ('READING', 'CHECKING', 'PLANNING') and lease_until <= now() order by id
                        """).mapTo(BulkId.class).list());
    }

    /// Renews the lease in a transaction of its own.
    ///
    /// @throws ImportTakenOver when the run is no longer this node's
    void renew(BulkJob job) {
        db.useTransaction(handle -> hold(handle, job));
    }

    /// Takes the run for this transaction and renews its lease.
    static void hold(Handle handle, BulkJob job) {
        int held = handle.createUpdate("""
                        update bulk_run set lease_until = now() + :lease * interval '1 second'
                        where workspace_id = :workspace and id = :id and attempts = :attempt
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

    /// Brings the run into its next state within the transaction that did the work. A run that goes on in the
    /// background keeps its lease.
    static void move(Handle handle, BulkJob job, BulkState next, String failure) {
        hold(handle, job);
        handle.createUpdate("""
                        update bulk_run set state = :state, failure = nullif(:failure, ''),
                          finished_at = case when :finished then now() end
                        where workspace_id = :workspace and id = :id
                        """)
                .bind("state", next.name())
                .bind("failure", failure)
                .bind("finished", next == BulkState.DONE || next == BulkState.FAILED)
                .bind("workspace", job.workspace())
                .bind("id", job.id())
                .execute();
    }

    void moveTo(BulkJob job, BulkState next, String failure) {
        db.useTransaction(handle -> move(handle, job, next, failure));
    }

    /// Drafts that nobody planned within a month, and files that could not be read.
    void sweep() {
        db.useHandle(handle -> handle.execute("""
                        delete from bulk_run
                        where state in ('READY', 'FAILED') and planned = 0 and started_at < now() - interval '30 days'
                        """));
    }
}
