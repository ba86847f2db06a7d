package org.gazouillis.engage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.gazouillis.journal.Conveyor;
import org.gazouillis.journal.Shipping;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.HealthCheck;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Takes what readers' pages report. It is on this node's disk when it is acknowledged, and a moment later those count
/// that do by [ViewRules] and [OpeningRules] ([ReportBook]).
///
/// It works on the worker's database: a reader of one workspace is a viewer of another's statuses.
@ApplicationScoped
public class ReportCollector implements HealthCheck {
    /// data.md section 4.
    private static final int MOST_AT_ONCE = 5_000;
    private static final Duration REFUSED_LATELY = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(ReportCollector.class);

    private final Conveyor<ReportCall> conveyor;
    private final Clock clock;
    private final AtomicLong refused = new AtomicLong();
    private volatile Instant lastRefused = Instant.MIN;

    @Inject
    public ReportCollector(DataDirectory data, @WorkerDb Jdbi db, Clock clock) {
        this(data, db, clock, MOST_AT_ONCE);
    }

    ReportCollector(DataDirectory data, Jdbi db, Clock clock, int mostAtOnce) {
        this.conveyor =
                new Conveyor<>(data.path().resolve("reports"), new ReportForm(), db, new ReportBook(clock), mostAtOnce);
        this.clock = clock;
    }

    ReportCollector() {
        this(new DataDirectory(Path.of("")), Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    /// Opens the journal and begins to bring reports into the database, those first that an earlier run left.
    public void start(ThreadFactory threads) {
        conveyor.start(threads);
    }

    /// As [#start], for one who brings them by hand.
    Shipping<ReportCall> open() {
        return conveyor.open();
    }

    /// Brings in what is there, once more, and closes.
    public void stop() {
        conveyor.stop();
    }

    /// The future ends when the reports cannot be lost any more, and fails with [ReportsNotTaken] when none of them is
    /// kept. What hangs on it must be short.
    ///
    /// @throws TooManyReports above [ViewRules#MOST_PER_CALL]
    public CompletableFuture<Void> collect(Viewer viewer, Browser browser, List<Report> reports) {
        TooManyReports.unlessFew(reports.size());
        if (reports.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return conveyor.append(new ReportCall(viewer, browser.isProgram(), now, reports))
                .exceptionally(full -> {
                    throw refuse(reports.size(), full);
                });
    }

    private ReportsNotTaken refuse(int number, Throwable why) {
        lastRefused = clock.instant();
        LOG.warnf(why, "%d reports of readers were refused since the start", refused.addAndGet(number));
        return new ReportsNotTaken(why);
    }

    /// Whether all that was acknowledged is judged, and in the database if it counts.
    public boolean isDone() {
        return conveyor.isDone();
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public State check() {
        if (conveyor.isStuck()) {
            return State.down("Reports wait on disk: the database does not take them, the log says why");
        }
        long number = refused.get();
        String detail = number == 0 ? "none refused" : number + " reports were refused since the start";
        return clock.instant().minus(REFUSED_LATELY).isBefore(lastRefused) ? State.down(detail) : State.up(detail);
    }
}
