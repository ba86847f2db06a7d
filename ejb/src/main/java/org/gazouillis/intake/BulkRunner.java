package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Does the long work of bulk runs in the background: reads files, looks at all rows again, plans. As a tick of the
/// clock it takes up what a dead node left. A reading commits as a whole; planning commits batch by batch, each with
/// the rows that it planned, so that nothing is lost or planned twice.
@ApplicationScoped
public class BulkRunner implements Tick {
    private static final Logger LOG = Logger.getLogger(BulkRunner.class);

    private BulkLedger ledger;
    private BulkCheck check;
    private BulkPlanning planning;
    private StoredFiles files;
    private ImportThreads threads;
    private Members members;

    @Inject
    BulkRunner(
            BulkLedger ledger,
            BulkCheck check,
            BulkPlanning planning,
            StoredFiles files,
            ImportThreads threads,
            Members members) {
        this.ledger = ledger;
        this.check = check;
        this.planning = planning;
        this.files = files;
        this.threads = threads;
        this.members = members;
    }

    @SuppressWarnings("NullAway.Init")
    BulkRunner() {}

    @Override
    public String name() {
        return "bulk-resume";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        ledger.abandoned().forEach(this::begin);
        ledger.sweep();
    }

    /// Lets a thread of the server do the run's work, unless another does it by then.
    void begin(BulkId id) {
        threads.run(() -> ledger.claim(id).ifPresent(this::work));
    }

    private void work(BulkJob job) {
        try {
            var author = author(job);
            switch (job.state()) {
                case READING -> read(job, author);
                case CHECKING -> checkAgain(job, author);
                case PLANNING -> planning.plan(job, author);
                default -> throw new IllegalStateException("nothing to do for " + job);
            }
        } catch (FileNotReadable | ImportWishRefused notReadable) {
            giveUp(job, String.valueOf(notReadable.getMessage()));
        } catch (ImportTakenOver lost) {
            LOG.infof("%s", lost.getMessage());
        } catch (IOException | RuntimeException trouble) {
            LOG.errorf(trouble, "Bulk run %s stopped in attempt %d", job.id(), job.attempt());
            if (job.attempt() >= BulkLedger.MAX_ATTEMPTS) {
                giveUp(
                        job,
                        "The work stopped " + job.attempt()
                                + " times for a reason within the server. Its log says which;"
                                + " posts that were planned until then have stayed.");
            }
        }
    }

    /// Who sent the file, with the rights of now.
    private MemberScope author(BulkJob job) {
        return members.scope(job.member(), MemberScope.ALL_SCOPES)
                .filter(scope -> scope.roles().containsKey(job.brand()))
                .orElseThrow(() -> new FileNotReadable(
                        "Who sent the file may no longer plan for this brand. Let somebody else send it."));
    }

    private void read(BulkJob job, MemberScope author) throws IOException {
        var path = files.path(new ImportId(job.id().value()));
        if (!Files.exists(path)) {
            throw new FileNotReadable("The stored file is gone. Send it again; nothing will be doubled.");
        }
        var wish = ledger.db()
                .withHandle(handle -> BulkSheet.lock(handle, job.workspace(), job.id()))
                .wish();
        var reading = BulkReading.of(path, wish);
        ledger.renew(job);
        var next = job.mode() == BulkMode.PREVIEW ? BulkState.READY : BulkState.PLANNING;
        ledger.db().useTransaction(handle -> {
            BulkLedger.hold(handle, job);
            var sheet = stage(handle, job, reading);
            if (next == BulkState.READY) {
                check.all(handle, author, sheet);
            }
            BulkLedger.move(handle, job, next, "");
        });
        files.remove(new ImportId(job.id().value()));
        if (next == BulkState.PLANNING) {
            planning.plan(job, author);
        }
    }

    /// Stores the rows. Planning begins with a look at all of them; only a preview is looked at here.
    private static BulkSheet stage(Handle handle, BulkJob job, BulkReading reading) {
        handle.createUpdate("""
                        update bulk_run set format = :format, columns = :columns, roles = :roles::jsonb, notes = :notes
                        where workspace_id = :workspace and id = :run
                        """)
                .bind("format", reading.header().format().key())
                .bind("columns", reading.header().columns().toArray(String[]::new))
                .bind("roles", BulkSheet.json(reading.header().roles()))
                .bind("notes", reading.notes().toArray(String[]::new))
                .bind("workspace", job.workspace())
                .bind("run", job.id())
                .execute();
        var sheet = BulkSheet.lock(handle, job.workspace(), job.id());
        new BulkRows(handle, sheet).stage(reading.rows());
        return sheet;
    }

    private void checkAgain(BulkJob job, MemberScope author) {
        ledger.db().useTransaction(handle -> {
            BulkLedger.hold(handle, job);
            check.all(handle, author, BulkSheet.lock(handle, job.workspace(), job.id()));
            BulkLedger.move(handle, job, BulkState.READY, "");
        });
    }

    private void giveUp(BulkJob job, String reason) {
        ledger.moveTo(job, BulkState.FAILED, reason);
        try {
            files.remove(new ImportId(job.id().value()));
        } catch (IOException staysOnDisk) {
            LOG.warnf(staysOnDisk, "The file of bulk run %s could not be removed", job.id());
        }
    }
}
