package org.gazouillis.engage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Makes the partitions of the coming months and forgets the salts and keys of visitors after two days.
@ApplicationScoped
public class EngagementUpkeep implements Tick {
    private static final int MONTHS_AHEAD = 2;

    private final Jdbi db;
    private final Clock clock;

    @Inject
    public EngagementUpkeep(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    EngagementUpkeep() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    @Override
    public String name() {
        return "engagement-upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int month = 0; month <= MONTHS_AHEAD; month++) {
            LocalDate first = today.withDayOfMonth(1).plusMonths(month);
            db.useTransaction(handle -> handle.execute("select engagement_month(?)", first));
        }
        db.useTransaction(handle -> {
            handle.execute("delete from anonymous_viewer where day < ?", today.minusDays(1));
            handle.execute("delete from viewer_salt where day < ?", today.minusDays(1));
        });
    }
}
