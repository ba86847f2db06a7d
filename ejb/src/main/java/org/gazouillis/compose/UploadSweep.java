package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gazouillis.tenancy.HourlySweep;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets uploads after a day. The files stay: a status may show them.
@ApplicationScoped
public class UploadSweep extends HourlySweep {
    @Inject
    public UploadSweep(@WorkerDb Jdbi db) {
        super(db, "upload-sweep", "delete from upload where created_at < now() - interval '1 day'");
    }

    UploadSweep() {}
}
