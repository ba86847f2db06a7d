package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Lets exports expire, and removes files that nobody can take any more: of exports that expired or were cancelled, and
/// what a node that died left of others.
@ApplicationScoped
public class ExportSweep implements Tick {
    private ExportLedger ledger;
    private ExportFiles files;

    @Inject
    public ExportSweep(@WorkerDb Jdbi db, AuditTrail trail, DataDirectory data, ExportKeeping keeping) {
        ledger = new ExportLedger(db, trail, keeping);
        files = new ExportFiles(data);
    }

    @SuppressWarnings("NullAway.Init")
    ExportSweep() {}

    @Override
    public String name() {
        return "export-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        ledger.expire();
        try {
            List<ExportId> present = files.present();
            Set<ExportId> living = ledger.living(present);
            for (ExportId id : present) {
                if (!living.contains(id)) {
                    files.remove(id, Set.of());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("Files of old exports could not be removed from exports/.", broken);
        }
    }
}
