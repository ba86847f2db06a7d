package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets uploads after a day. The files stay: a status may show them.
@ApplicationScoped
public class UploadSweep implements Tick {
    private Jdbi db;

    @Inject
    public UploadSweep(@WorkerDb Jdbi db) {
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    UploadSweep() {}

    @Override
    public String name() {
        return "upload-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        db.useHandle(handle -> handle.execute("delete from upload where created_at < now() - interval '1 day'"));
    }
}
