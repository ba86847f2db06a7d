package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gazouillis.tenancy.HourlySweep;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets for good the lists that were removed a day ago.
@ApplicationScoped
public class ListSweep extends HourlySweep {
    @Inject
    public ListSweep(@WorkerDb Jdbi db) {
        super(db, "list-sweep", "delete from profile_list where removed_at < now() - interval '1 day'");
    }

    ListSweep() {}
}
