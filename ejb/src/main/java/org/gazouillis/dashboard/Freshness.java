package org.gazouillis.dashboard;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// How far the rolled-up figures reach.
final class Freshness {
    private Freshness() {}

    /// Until when every engagement is in them.
    static Instant of(Handle handle) {
        return handle.createQuery("select as_of from rollup_mark where name = 'engagement'")
                .mapTo(Instant.class)
                .one();
    }
}
