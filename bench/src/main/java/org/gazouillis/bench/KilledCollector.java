package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.engage.Browser;
import org.gazouillis.engage.EngagementHandler;
import org.gazouillis.engage.Report;
import org.gazouillis.engage.ReportCollector;
import org.gazouillis.engage.Viewer;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// A process that collects numbered views as fast as it can, makes engagements of likes and rolls both up, until it is
/// killed. On its standard output stands the number of each view that it acknowledged.
final class KilledCollector {
    /// Digits of a number: one that was cut off by the kill is shorter.
    static final int DIGITS = 12;
    private static final int READERS = 4;
    private static final Browser BROWSER = new Browser(null, null);
    private static final int PAUSE_NANOS = 5_000_000;

    private final ReportCollector views;
    private final Instant base;
    private final AtomicLong next;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private KilledCollector(Jdbi db, Path data, Instant base, long first) {
        views = new ReportCollector(new DataDirectory(data), db, Clock.systemUTC());
        this.base = base;
        next = new AtomicLong(first);
    }

    /// @param data folder that keeps what a killed process acknowledged
    /// @param base view number `n` is dated `n` times ten microseconds earlier, by which it is told from others
    /// @param first number
    static Process start(DatabaseAccess access, Path data, Instant base, long first) throws IOException {
        return new OtherJvm(KilledCollector.class, access, ProcessBuilder.Redirect.INHERIT).start(data, base, first);
    }

    static Instant dated(Instant base, long number) {
        return base.minusNanos(number * 10_000);
    }

    public static void main(String[] arguments) {
        OtherJvm.endWithStarter();
        DatabaseAccess access = OtherJvm.database(arguments);
        Jdbi db = Sql.over(Pool.of(access, access.worker()));
        KilledCollector collector = new KilledCollector(
                db, Path.of(arguments[2]), Instant.parse(arguments[3]), Long.parseLong(arguments[4]));
        collector.views.start(Thread.ofPlatform().daemon().factory());
        LongStream.range(0, READERS).forEach(_ -> Thread.ofPlatform().start(collector::read));
        repeat(new Rollup(db, Clock.systemUTC()));
        repeat(new OutboxRelay(db, List.of(new EngagementHandler(db))));
    }

    private void read() {
        while (true) {
            long number = next.getAndIncrement();
            StatusId status = new StatusId(1 + number % EngagementKill.STATUSES);
            views.collect(
                            new Viewer.Visitor("visitor " + number),
                            BROWSER,
                            List.of(Report.seen(status, dated(base, number))))
                    .join();
            out.println(String.format(Locale.ROOT, "%0" + DIGITS + "d", number));
        }
    }

    private static void repeat(Tick tick) {
        Thread.ofPlatform().start(() -> {
            while (true) {
                tick.run();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
    }
}
