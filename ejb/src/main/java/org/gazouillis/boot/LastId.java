package org.gazouillis.boot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Where the ids of earlier runs end. A node whose clock was put back while it was off would else give some of them out
/// once more.
@Dependent
class LastId {
    private final Jdbi db;
    private final TimeOrderedIds ids;

    @Inject
    LastId(@WorkerDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    /// Lets ids go on behind the newest of statuses, posts and the trail, which says nearly every deed.
    void goOn() {
        ids.startBehind(db.withHandle(
                handle -> handle.createQuery("""
                        select coalesce(greatest(
                          (select max(id) from status), (select max(id) from post),
                          (select max(last.id) from workspace w, lateral (
                             select max(a.id) as id from audit_entry a where a.workspace_id = w.id) last)), 0)
                        """).mapTo(Long.class).one()));
    }
}
