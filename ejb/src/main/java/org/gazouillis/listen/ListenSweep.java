package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gazouillis.tenancy.HourlySweep;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets for good what was removed a day ago, and what alerts have seen ninety days ago.
@ApplicationScoped
public class ListenSweep extends HourlySweep {
    @Inject
    public ListenSweep(@WorkerDb Jdbi db) {
        super(
                db,
                "listen-sweep",
                "delete from saved_search where removed_at < now() - interval '1 day'",
                "delete from alert where removed_at < now() - interval '1 day'",
                "delete from alert_match where found_at < now() - interval '90 days'",
                "delete from alert_spike where hour < now() - interval '90 days'");
    }

    ListenSweep() {}
}
