package org.gazouillis.tenancy;

import java.time.Duration;
import java.util.List;
import org.gazouillis.kernel.Tick;
import org.jdbi.v3.core.Jdbi;

/// Forgets once an hour what has grown old, by some statements in one connection.
public abstract class HourlySweep implements Tick {
    private final Jdbi db;
    private final String name;
    private final List<String> deletes;

    /// @param name a key in the clock's store: never change it
    /// @param deletes statements that say of themselves what is old
    protected HourlySweep(Jdbi db, String name, String... deletes) {
        this.db = db;
        this.name = name;
        this.deletes = List.of(deletes);
    }

    /// For the proxy, which never calls through.
    protected HourlySweep() {
        this(Jdbi.create("jdbc:none"), "");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        db.useHandle(handle -> deletes.forEach(handle::execute));
    }
}
