package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.kernel.AlmanacId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.schedule.ical.EventFile;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Lays repeating events out further as time goes on, and forgets files that were removed a day ago.
@ApplicationScoped
public class AlmanacUpkeep implements Tick {
    private static final Logger LOG = Logger.getLogger(AlmanacUpkeep.class);
    private static final int AT_ONCE = 20;
    private static final int LEAST_AHEAD = 3;

    private Jdbi db;
    private Clock clock;

    @Inject
    public AlmanacUpkeep(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    AlmanacUpkeep() {}

    @Override
    public String name() {
        return "almanac-upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        db.useTransaction(handle -> handle.execute("delete from almanac where deleted_at < now() - interval '1 day'"));
        for (Due each : due(today)) {
            layOut(each, today);
        }
    }

    private List<Due> due(LocalDate today) {
        return db.withHandle(handle -> handle.createQuery("""
            select workspace_id as workspace, id, brand_id as brand, content from almanac
            where deleted_at is null and laid_out_to < :least order by laid_out_to, id limit :most
            """)
                .bind("least", today.plusYears(LEAST_AHEAD))
                .bind("most", AT_ONCE)
                .map(Sql.row(Due.class))
                .list());
    }

    private void layOut(Due each, LocalDate today) {
        try {
            EventFile file = EventFile.read(each.content());
            db.useTransaction(handle -> layOut(handle, each, file, today));
        } catch (AlmanacRefused grown) {
            LOG.warnf("The file of events %s cannot be laid out further: %s", each.id(), grown.getMessage());
        }
    }

    private static void layOut(Handle handle, Due each, EventFile file, LocalDate today) {
        new AlmanacRows(handle, each.workspace(), each.id(), each.brand()).layOutAgain(file, today);
    }

    private record Due(
            WorkspaceId workspace, AlmanacId id, @Nullable BrandId brand, String content) {}
}
