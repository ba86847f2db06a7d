package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets Idempotency-Keys after three days: no client repeats a request that late.
@ApplicationScoped
public class KeySweep implements Tick {
    private Jdbi db;

    @Inject
    public KeySweep(@WorkerDb Jdbi db) {
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    KeySweep() {}

    @Override
    public String name() {
        return "idempotency-key-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        db.useHandle(
                handle -> handle.execute("delete from idempotency_key where created_at < now() - interval '3 days'"));
    }
}
