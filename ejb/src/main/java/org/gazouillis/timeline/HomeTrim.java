package org.gazouillis.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Keeps the newest [#ROWS] rows of each home and none of who was away, partition by partition. Readers stop at that
/// depth by themselves, so it does not matter when this runs.
@ApplicationScoped
public class HomeTrim implements Tick {
    /// Depth of a home timeline. Source: Twitter's own rule, data.md section 3.
    static final int ROWS = 800;

    private static final int PARTITIONS = 16;

    private final Jdbi db;
    private final Clock clock;

    @Inject
    public HomeTrim(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    HomeTrim() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    @Override
    public String name() {
        return "home-trim";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            String table = "home_" + partition;
            db.useTransaction(handle -> {
                cut(handle, table);
                clear(handle, table);
            });
        }
    }

    private static void cut(Handle handle, String table) {
        handle.createUpdate(String.format(Locale.ROOT, """
                        delete from %1$s h using (
                          select viewer_id, (array_agg(status_id order by status_id desc))[:rows] as edge
                          from %1$s group by viewer_id having count(*) > :rows) full_home
                        where h.viewer_id = full_home.viewer_id and h.status_id < full_home.edge
                        """, table))
                .bind("rows", ROWS)
                .execute();
    }

    private void clear(Handle handle, String table) {
        handle.createUpdate(
                        "delete from " + table + " h using profile p where p.id = h.viewer_id and p.active_at < :since")
                .bind("since", clock.instant().minus(Homecoming.AWAY))
                .execute();
    }
}
