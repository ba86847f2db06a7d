package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gazouillis.bench.netsim.Script;

/// F4: the database under a node and an author is, in turn, killed by `kill -9` with all its children and started at
/// once, killed and away for a while, and stopped in order and away for a while.
final class DatabaseGone {
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final long LIMIT_SECONDS = 15;

    /// How long it is away.
    private final Duration away;

    DatabaseGone(Duration away) {
        this.away = away;
    }

    List<Judge.Finding> run(Chaos.Size size, PrintWriter out) throws Exception {
        try (Bed bed = Bed.made();
                ChaosGround ground = ChaosGround.on(bed.access(), Script.GOOD, size.accounts())) {
            ground.node(5);
            Author author = Author.atWork(ground, bed.access());
            Recovery recovery = new Recovery(ground, author, size.patience());
            long slowest = 0;
            try (author) {
                recovery.seconds();
                for (int time = 0; time < size.times(); time++) {
                    Recovery.quiet(BETWEEN);
                    gone(bed, time);
                    long seconds = recovery.seconds();
                    slowest = Math.max(slowest, seconds);
                    out.printf(Locale.ROOT, "time %d: all went on after %d s%n", time + 1, seconds);
                }
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
                    .keeps(author.acknowledged())
                    .needs("no trigger of Quartz is stuck", ground.count(Recovery.STUCK) == 0)
                    .within("seconds until everything went on", slowest, LIMIT_SECONDS)
                    .all();
        }
    }

    private void gone(Bed bed, int time) throws Exception {
        if (time % 3 == 2) {
            bed.stop();
        } else {
            bed.kill();
        }
        if (time % 3 > 0) {
            Recovery.quiet(away);
        }
        bed.raise();
    }
}
