package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.Tick;
import org.gazouillis.report.ExportLedger.Held;
import org.gazouillis.security.Permission;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Writes the exports that people left to the background, each on a thread of its own and under a lease. What a dead
/// node left is taken up where it stood. Whoever asked must still be allowed to.
@ApplicationScoped
public class ExportRound implements Tick {
    private static final int STEP = 50_000;
    private static final Logger LOG = Logger.getLogger(ExportRound.class);

    private ExportLedger ledger;
    private ExportFiles files;
    private ExportThreads threads;
    private Members members;
    private Snapshots snapshots;
    private PublicAddress address;
    private int step = STEP;

    @Inject
    public ExportRound(
            @WorkerDb Jdbi db,
            Snapshots snapshots,
            AuditTrail trail,
            DataDirectory data,
            PublicAddress address,
            ExportKeeping keeping,
            ExportThreads threads) {
        this.snapshots = snapshots;
        this.address = address;
        this.threads = threads;
        ledger = new ExportLedger(db, trail, keeping);
        files = new ExportFiles(data);
        members = new Members(db);
    }

    @SuppressWarnings("NullAway.Init")
    ExportRound() {}

    /// With so many rows between two marks.
    public ExportRound step(int rows) {
        step = rows;
        return this;
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        for (ExportId id : ledger.waiting()) {
            if (!threads.run(() -> ledger.claim(id).ifPresent(this::work))) {
                return;
            }
        }
    }

    void work(Held job) {
        Optional<MemberScope> maker = members.scope(job.memberId(), MemberScope.ALL_SCOPES)
                .filter(scope -> Permission.EXPORT.isGivenTo(scope.roles().getOrDefault(job.brandId(), Set.of())));
        if (maker.isEmpty()) {
            fail(job, ExportFailure.MAKER);
            return;
        }
        if (job.tries() > ExportLedger.MOST_KILLS) {
            fail(job, ExportFailure.BROKEN);
            return;
        }
        try {
            var writing = new ExportWriting(ledger, files, job, step);
            writing.write(snapshots, maker.get(), address);
            writing.clear();
        } catch (ExportTakenOver lost) {
            LOG.infof("%s", lost.getMessage());
        } catch (IOException disk) {
            LOG.warnf(disk, "Export %s could not be written", job.id());
            fail(job, files.isFull(disk) ? ExportFailure.DISK_FULL : ExportFailure.DISK);
        } catch (RuntimeException trouble) {
            LOG.errorf(trouble, "Export %s stopped in try %d", job.id(), job.tries());
            stop(job);
        }
    }

    private void stop(Held job) {
        if (job.tries() >= ExportLedger.MOST_TRIES) {
            fail(job, ExportFailure.BROKEN);
        } else {
            ledger.putOff(job);
        }
    }

    /// Gives the room on disk back, too.
    private void fail(Held job, ExportFailure why) {
        try {
            ledger.fail(job, why);
            files.remove(job.id(), Set.of());
        } catch (ExportTakenOver lost) {
            LOG.infof("%s", lost.getMessage());
        } catch (IOException staysOnDisk) {
            LOG.warnf(staysOnDisk, "The files of export %s could not be removed yet", job.id());
        }
    }
}
