package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets for good what was removed a day ago, and what alerts have seen ninety days ago.
@ApplicationScoped
public class ListenSweep implements Tick {
    private Jdbi db;

    @Inject
    public ListenSweep(@WorkerDb Jdbi db) {
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    ListenSweep() {}

    @Override
    public String name() {
        return "listen-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        db.useHandle(handle -> {
            handle.execute("delete from saved_search where removed_at < now() - interval '1 day'");
            handle.execute("delete from alert where removed_at < now() - interval '1 day'");
            handle.execute("delete from alert_match where found_at < now() - interval '90 days'");
            handle.execute("delete from alert_spike where hour < now() - interval '90 days'");
        });
    }
}
