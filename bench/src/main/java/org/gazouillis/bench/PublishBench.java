package org.gazouillis.bench;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.kernel.TimeOrderedIds;

/// `publish`: 10,000 posts due at one instant, through Quartz, tick and publisher, beside the same claim sent by
/// plain JDBC without any of them; and beside one Quartz trigger per post.
///
/// The posts are due at a full second, as people plan. Ours is measured from that instant to the last commit, so the
/// wait for the tick counts against us. Ours and the bare statement take turns on the same tables of a durable
/// PostgreSQL, emptied before each.
final class PublishBench {
    private static final int POSTS = 10_000;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    private final PrintWriter out;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 8);

    PublishBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws Exception {
        try (EmbeddedDatabase database = FreshDatabase.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return run(PublishGround.on(database.access()), threads);
        }
    }

    private List<BenchResult> run(PublishGround ground, ExecutorService threads) throws SQLException {
        ClockedPublishing clocked = new ClockedPublishing(ground, ids, threads);
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double limit = bare(ground);
            double our = POSTS / (clocked.commits(POSTS, Duration.ZERO).getLast() / 1e9);
            out.printf(
                    Locale.ROOT,
                    "%s round: ours %,.0f, bare %,.0f posts/s%n",
                    round < 0 ? "warm-up" : "timed",
                    our,
                    limit);
            if (round >= 0) {
                ours.add(our);
                bare.add(limit);
            }
        }
        IdleLateness idle = new IdleLateness(ground, ids);
        List<Double> late = idle.ours(threads, IdleLateness.ANYWHERE);
        List<Double> atSeconds = idle.ours(threads, IdleLateness.SECOND);
        List<Double> bareLate = idle.bare();
        double trigger = new TriggerPerPost(ground).rate(POSTS);
        out.printf(Locale.ROOT, "one trigger per post: %,.1f posts/s at %d posts%n", trigger, POSTS);
        return List.of(
                BenchResult.rates("10,000 due at one instant, beside bare SQL", ours, bare, "posts/s"),
                BenchResult.rate("the same, beside one trigger per post", BenchResult.median(ours), trigger, "posts/s"),
                lateness("any instant, p50", late, bareLate, 0.5),
                lateness("any instant, p99", late, bareLate, 0.99),
                lateness("a full second, p50", atSeconds, bareLate, 0.5),
                lateness("a full second, p99", atSeconds, bareLate, 0.99));
    }

    /// Beside a claim that is sent at that instant.
    private static BenchResult lateness(String name, List<Double> ours, List<Double> bare, double share) {
        return BenchResult.time(
                "one post when idle, " + name,
                BenchResult.quantile(ours, share),
                BenchResult.quantile(bare, share),
                "ms");
    }

    private double bare(PublishGround ground) throws SQLException {
        ground.clear();
        ground.plan(POSTS, Clock.systemUTC().instant().minusSeconds(1), Duration.ZERO);
        ground.settle();
        try (Connection connection = ground.access().connect(ground.access().worker())) {
            return new BareClaim(connection, ids).rate(POSTS);
        }
    }
}
