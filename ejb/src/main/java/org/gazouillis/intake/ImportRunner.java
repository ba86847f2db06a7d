package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import org.gazouillis.intake.file.ForeignFile;
import org.gazouillis.intake.file.Limits;
import org.gazouillis.intake.layout.Recognition;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.kernel.Tick;
import org.jboss.logging.Logger;

/// Reads runs in the background. As a tick of the clock it takes up runs whose node has died, behind the last batch
/// that was committed. A file that cannot be read ends its run as FAILED; trouble with the database or the disk lets
/// the lease run out and is tried again, five times at most.
@ApplicationScoped
public class ImportRunner implements Tick {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private final ImportLedger ledger;
    private final StatusBatches batches;
    private final StoredFiles files;
    private final ImportThreads threads;
    private final Clock clock;

    @Inject
    ImportRunner(ImportLedger ledger, StatusBatches batches, StoredFiles files, ImportThreads threads, Clock clock) {
        this.ledger = ledger;
        this.batches = batches;
        this.files = files;
        this.threads = threads;
        this.clock = clock;
    }

    ImportRunner() {
        this(new ImportLedger(), new StatusBatches(), new StoredFiles(), new ImportThreads(), Clock.systemUTC());
    }

    @Override
    public String name() {
        return "import-resume";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        ledger.abandoned().forEach(this::begin);
    }

    /// Lets a thread of the server read the run, unless another holds it by then.
    void begin(ImportId id) {
        threads.run(() -> ledger.claim(id).ifPresent(this::read));
    }

    private void read(ImportJob job) {
        try {
            readFile(job);
            ledger.done(job);
            files.remove(job.id());
        } catch (FileNotReadable | ImportWishRefused notReadable) {
            giveUp(job, String.valueOf(notReadable.getMessage()));
        } catch (ImportTakenOver lost) {
            LOG.infof("%s", lost.getMessage());
        } catch (IOException | RuntimeException trouble) {
            LOG.errorf(trouble, "Import %s stopped in attempt %d", job.id(), job.attempt());
            if (job.attempt() >= ImportLedger.MAX_ATTEMPTS) {
                giveUp(
                        job,
                        "The import stopped " + job.attempt() + " times for a reason within the server. Its log says"
                                + " which; what was imported until then has stayed.");
            }
        }
    }

    private void readFile(ImportJob job) throws IOException {
        var path = files.path(job.id());
        if (!Files.exists(path)) {
            throw new FileNotReadable("The stored file is gone. Send it again; nothing will be doubled.");
        }
        var file = ForeignFile.open(path, Limits.HOUSE);
        var recognition =
                Recognition.of(file, ImportWish.parse(job.wish()), job.zone(), clock, () -> ledger.renew(job));
        ledger.recognised(job, recognition.format(), recognition.notes());
        try (var rows = file.rows()) {
            batches.readAll(job, rows, recognition.layout());
        }
    }

    private void giveUp(ImportJob job, String reason) {
        ledger.failed(job, reason);
        try {
            files.remove(job.id());
        } catch (IOException staysOnDisk) {
            LOG.warnf(staysOnDisk, "The file of import %s could not be removed", job.id());
        }
    }
}
