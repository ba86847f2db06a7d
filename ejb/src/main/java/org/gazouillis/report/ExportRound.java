package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.listen.SearchNotWhole;
import org.gazouillis.listen.SearchTooBroad;
import org.gazouillis.report.ExportLedger.Held;
import org.gazouillis.security.Permission;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Writes the exports that people left to the background, each on a thread of its own and under a lease. What a dead
/// node left is taken up where it stood. Whoever asked must still be allowed to.
@ApplicationScoped
public class ExportRound implements Tick {
    private static final Logger LOG = Logger.getLogger(ExportRound.class);

    private ExportLedger ledger;
    private ExportFiles files;
    private ExportThreads threads;
    private Members members;
    private ExportSources sources;
    private int step = Integer.MAX_VALUE;

    @Inject
    public ExportRound(
            @WorkerDb Jdbi db,
            ExportSources sources,
            AuditTrail trail,
            DataDirectory data,
            ExportKeeping keeping,
            ExportThreads threads) {
        this.sources = sources;
        this.threads = threads;
        ledger = new ExportLedger(db, trail, keeping);
        files = new ExportFiles(data);
        members = new Members(db);
    }

    @SuppressWarnings("NullAway.Init")
    ExportRound() {}

    /// With at most so many rows between two marks.
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
        Optional<MemberScope> maker =
                members.scope(job.memberId(), MemberScope.ALL_SCOPES).filter(scope -> mayExport(scope, job.brandId()));
        if (maker.isEmpty()) {
            fail(job, ExportFailure.MAKER);
            return;
        }
        if (job.tries() > ExportLedger.MOST_KILLS) {
            fail(job, ExportFailure.BROKEN);
            return;
        }
        try {
            var pulse = new Pulse(() -> ledger.renew(job, 0, 0));
            var writing = new ExportWriting(ledger, files, job, sources.of(job, maker.get(), files, pulse), step);
            writing.write();
            writing.clear();
        } catch (ExportTakenOver lost) {
            LOG.infof("%s", lost.getMessage());
        } catch (IOException disk) {
            LOG.warnf(disk, "Export %s could not be written", job.id());
            fail(job, files.isFull(disk) ? ExportFailure.DISK_FULL : ExportFailure.DISK);
        } catch (SearchNotWhole soon) {
            ledger.await(job);
        } catch (QueryNotUnderstood | SearchTooBroad unanswered) {
            LOG.infof("The search of export %s was not answered: %s", job.id(), unanswered.getMessage());
            fail(job, ExportFailure.QUERY);
        } catch (RuntimeException trouble) {
            LOG.errorf(trouble, "Export %s stopped in try %d", job.id(), job.tries());
            stop(job);
        }
    }

    private static boolean mayExport(MemberScope maker, @Nullable BrandId brand) {
        return brand == null
                ? maker.roles().values().stream().allMatch(Permission.EXPORT::isGivenTo)
                : Permission.EXPORT.isGivenTo(maker.roles().getOrDefault(brand, Set.of()));
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
