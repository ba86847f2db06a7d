package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Keeps every series planned 60 to 90 days ahead. Any number may run at once: each takes rows that no other has.
@ApplicationScoped
public class SeriesTick implements Tick {
    private static final int BATCH = 50;
    private static final Logger LOG = Logger.getLogger(SeriesTick.class);

    private Jdbi db;
    private TimeOrderedIds ids;

    @Inject
    public SeriesTick(@WorkerDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    SeriesTick() {}

    @Override
    public String name() {
        return "series";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        int turns = 0;
        while (turn() > 0) {
            turns++;
        }
        LOG.debugf("Series were planned in %d turns", turns);
    }

    private int turn() {
        return db.inTransaction(handle -> {
            List<SeriesHorizon.Ahead> near = near(handle);
            new SeriesHorizon(handle, ids).fill(near, Map.of());
            return near.size();
        });
    }

    private static List<SeriesHorizon.Ahead> near(Handle handle) {
        return handle.createQuery("""
                        select id, rule, starts_at, zone, gap_rule, planned_through from series
                        where state = 'ACTIVE'
                          and planned_through < (now() at time zone 'UTC') + :near * interval '1 day'
                        order by planned_through, id limit :batch for update skip locked
                        """)
                .bind("near", SeriesHorizon.NEAR.toDays())
                .bind("batch", BATCH)
                .map(Sql.row(SeriesHorizon.Ahead.class))
                .list();
    }
}
