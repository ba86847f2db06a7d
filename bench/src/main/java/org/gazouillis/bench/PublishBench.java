package org.gazouillis.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.database.PostgresSettings;
import org.gazouillis.database.Secrets;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.publish.Batch;
import org.gazouillis.publish.Claim;
import org.gazouillis.publish.PublishTick;
import org.gazouillis.publish.Publisher;
import org.gazouillis.schedule.quartz.QuartzClock;
import org.jdbi.v3.core.Jdbi;

/// `publish`: 10,000 posts due at one instant, through Quartz, tick and publisher, beside the same claim sent by
/// plain JDBC without any of them; and beside one Quartz trigger per post.
///
/// Ours is measured from the instant at which the posts are due to the last commit, so the wait for the tick counts
/// against us. Ours and the bare statement take turns on the same tables of a durable PostgreSQL, emptied before
/// each.
final class PublishBench {
    private static final int POSTS = 10_000;
    private static final int TRIGGERS = 300;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final Duration AHEAD = Duration.ofSeconds(2);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final PrintWriter out;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 8);

    PublishBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws Exception {
        Path folder = Files.createTempDirectory("gazouillis-bench");
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        try (EmbeddedDatabase database =
                        EmbeddedDatabase.start(folder.resolve("database"), secrets, PostgresSettings.durable());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return run(PublishGround.on(database.access()), threads);
        }
    }

    private List<BenchResult> run(PublishGround ground, ExecutorService threads) throws SQLException {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double limit = bare(ground);
            double our = throughTheClock(ground, threads);
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
        double our = median(ours);
        double trigger = new TriggerPerPost(ground).rate(TRIGGERS);
        out.printf(Locale.ROOT, "one trigger per post: %,.1f posts/s at %d posts%n", trigger, TRIGGERS);
        return List.of(
                BenchResult.rate("10,000 due at one instant, beside bare SQL", our, median(bare), "posts/s"),
                BenchResult.rate("the same, beside one trigger per post", our, trigger, "posts/s"));
    }

    private double throughTheClock(PublishGround ground, ExecutorService threads) throws SQLException {
        ground.clear();
        Instant due = Clock.systemUTC().instant().plus(AHEAD);
        long dueNanos = System.nanoTime() + AHEAD.toNanos();
        ground.plan(POSTS, due, Duration.ZERO);
        ground.settle();
        Watched publisher = new Watched(ground.worker(), ids);
        QuartzClock clock = new QuartzClock(
                Pool.of(ground.access(), ground.access().worker()), threads, "bench", Clock.systemUTC());
        clock.start(List.of(new PublishTick(publisher)));
        while (publisher.published.get() < POSTS) {
            LockSupport.parkNanos(1_000_000);
            if (System.nanoTime() - dueNanos > LONGEST_NANOS) {
                throw new IllegalStateException("Only " + publisher.published + " of " + POSTS + " went out");
            }
        }
        clock.stop();
        return POSTS / ((publisher.last - dueNanos) / 1e9);
    }

    private double bare(PublishGround ground) throws SQLException {
        ground.clear();
        ground.plan(POSTS, Clock.systemUTC().instant().minusSeconds(1), Duration.ZERO);
        ground.settle();
        try (Connection connection = ground.access().connect(ground.access().worker())) {
            return new BareClaim(connection, ids).rate(POSTS);
        }
    }

    static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    /// The publisher, noting when its last batch was committed.
    private static final class Watched extends Publisher {
        private final AtomicInteger published = new AtomicInteger();
        private volatile long last;

        Watched(Jdbi db, TimeOrderedIds ids) {
            super(db, ids);
        }

        @Override
        public Batch publishBatch() {
            Batch batch = super.publishBatch();
            if (batch.taken() > 0) {
                last = System.nanoTime();
                published.addAndGet(batch.published());
            }
            return batch;
        }
    }

    /// The statement itself, sent by hand.
    private record BareClaim(Connection connection, TimeOrderedIds ids) {
        double rate(int posts) throws SQLException {
            String sql = Claim.DUE.replaceAll("(?<!:):(first|most|batch)", "?");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            int left = posts;
            while (left > 0) {
                left -= once(sql);
            }
            return posts / ((System.nanoTime() - start) / 1e9);
        }

        private int once(String sql) throws SQLException {
            long first = ids.reserve(Claim.ids(Publisher.BATCH));
            long most = (long) Publisher.BATCH * Claim.MOST_ACCOUNTS;
            // In the order in which the names stand in the statement.
            Object[] values = {Publisher.BATCH, most, first, first, most, first, most, first, most};
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                try (var row = statement.executeQuery()) {
                    row.next();
                    int taken = row.getInt("taken");
                    connection.commit();
                    return taken;
                }
            }
        }
    }
}
