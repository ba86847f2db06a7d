package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gazouillis.tenancy.HourlySweep;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets Idempotency-Keys after three days: no client repeats a request that late.
@ApplicationScoped
public class KeySweep extends HourlySweep {
    @Inject
    public KeySweep(@WorkerDb Jdbi db) {
        super(db, "idempotency-key-sweep", "delete from idempotency_key where created_at < now() - interval '3 days'");
    }

    KeySweep() {}
}
