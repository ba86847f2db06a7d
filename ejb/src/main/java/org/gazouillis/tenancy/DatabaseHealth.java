package org.gazouillis.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.gazouillis.kernel.HealthCheck;
import org.jdbi.v3.core.Jdbi;

/// Whether PostgreSQL answers.
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {
    private final Jdbi db;

    @Inject
    public DatabaseHealth(@WorkerDb Jdbi db) {
        this.db = db;
    }

    DatabaseHealth() {
        this(Jdbi.create("jdbc:none"));
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public State check() {
        int one = db.withHandle(
                handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
        return one == 1 ? State.up("answers") : State.down("answers nonsense");
    }
}
