package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gazouillis.tenancy.HourlySweep;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets for good the views that were removed a day ago.
@ApplicationScoped
public class SavedViewSweep extends HourlySweep {
    @Inject
    public SavedViewSweep(@WorkerDb Jdbi db) {
        super(db, "saved-view-sweep", "delete from saved_view where removed_at < now() - interval '1 day'");
    }

    SavedViewSweep() {}
}
