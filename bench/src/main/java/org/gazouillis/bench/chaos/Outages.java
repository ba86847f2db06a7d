package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gazouillis.database.DatabaseAccess;

/// A node and an author at work, from whom the database is taken again and again.
///
/// @param reached how the author reaches it
record Outages(ChaosGround ground, DatabaseAccess reached, Chaos.Size size, PrintWriter out) {
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    /// Takes the database away and brings it back.
    interface Outage {
        void happen(int time) throws Exception;
    }

    /// What is found when all is over, and whether each time everything went on within so many seconds.
    List<Judge.Finding> suffer(Outage outage, long limitSeconds) throws Exception {
        ground.node(5);
        Author author = Author.atWork(ground, reached);
        Recovery recovery = new Recovery(ground, author, size.patience());
        long slowest;
        try (author) {
            recovery.seconds();
            slowest = slowest(outage, recovery);
        }
        boolean settled = ground.settles(size.patience());
        out.printf(
                Locale.ROOT,
                "%d writes acknowledged, %d reads, %d of both failed%n",
                author.acknowledged().size(),
                author.reads(),
                author.failed());
        return ground.judge()
                .needs("all settled in time", settled)
                .needs("somebody felt it", author.failed() > 0)
                .keeps(author.acknowledged())
                .needs("no trigger of Quartz is stuck", ground.count(Recovery.STUCK) == 0)
                .within("seconds until everything went on", slowest, limitSeconds)
                .all();
    }

    private long slowest(Outage outage, Recovery recovery) throws Exception {
        long slowest = 0;
        for (int time = 0; time < size.times(); time++) {
            Recovery.quiet(BETWEEN);
            outage.happen(time);
            long seconds = recovery.seconds();
            slowest = Math.max(slowest, seconds);
            out.printf(Locale.ROOT, "time %d: all went on after %d s%n", time + 1, seconds);
        }
        return slowest;
    }
}
