package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.intake.file.RowReader;
import org.gazouillis.intake.layout.Layout;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Cuts the rows of a run into batches; each is one transaction with its statuses, its refused rows, its facts for
/// the outbox and how far the run has come. So a crash loses at most a batch, and none comes twice.
@ApplicationScoped
class StatusBatches {
    static final int BATCH = 2_000;
    private static final int SKIPS_PER_LEASE = 20_000;

    private final Jdbi db;
    private final ImportLedger ledger;

    @Inject
    StatusBatches(@WorkerDb Jdbi db, ImportLedger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    StatusBatches() {
        this(Jdbi.create("jdbc:none"), new ImportLedger());
    }

    /// Reads everything behind the job's last committed line.
    void readAll(ImportJob job, RowReader rows, Layout layout) throws IOException {
        var batch = new Batch();
        long skipped = 0;
        while (batch.take(rows, layout, job.line())) {
            if (batch.size() == BATCH) {
                commit(job, batch);
                batch = new Batch();
            }
            if (rows.line() <= job.line() && ++skipped % SKIPS_PER_LEASE == 0) {
                ledger.renew(job);
            }
        }
        if (batch.size() > 0) {
            commit(job, batch);
        }
    }

    private void commit(ImportJob job, Batch batch) {
        db.useTransaction(handle -> {
            var statuses = new ImportedStatuses(handle, job);
            var duplicates = statuses.store(batch.statuses);
            batch.rejects.addAll(duplicates);
            if (!batch.rejects.isEmpty()) {
                ImportLedger.reject(handle, job, batch.rejects);
            }
            ImportLedger.advance(
                    handle, job, batch.line, batch.statuses.size() - duplicates.size(), batch.rejects.size());
        });
    }

    private static final class Batch {
        private final List<ForeignStatus> statuses = new ArrayList<>(BATCH);
        private final List<Reject> rejects = new ArrayList<>();
        private long line;

        int size() {
            return statuses.size() + rejects.size();
        }

        /// Reads one row; false at the end of the file. Rows up to `behind` are known already.
        boolean take(RowReader rows, Layout layout, long behind) throws IOException {
            try {
                var row = rows.next();
                if (row == null) {
                    return false;
                }
                if (row.line() > behind) {
                    statuses.add(layout.read(row));
                }
            } catch (RowRefused refused) {
                if (rows.line() > behind) {
                    rejects.add(refused.at(rows.line()));
                }
            }
            line = rows.line();
            return true;
        }
    }
}
