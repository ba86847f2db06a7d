package org.gazouillis.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.gazouillis.kernel.TimeOrderedIds;

/// How late one post goes out when nothing else is to be done: milliseconds from its instant to the commit that
/// published it.
record IdleLateness(PublishGround ground, TimeOrderedIds ids) {
    private static final int POSTS = 60;
    /// No multiple of the tick, so that posts fall everywhere between two ticks, and longer, so that each has its own.
    static final Duration ANYWHERE = Duration.ofMillis(417);
    /// As most people plan: a full second, so a full minute, too.
    static final Duration SECOND = Duration.ofSeconds(1);

    List<Double> ours(ExecutorService threads, Duration apart) throws SQLException {
        List<Long> commits = new ClockedPublishing(ground, ids, threads).commits(POSTS, apart);
        if (commits.size() != POSTS) {
            throw new IllegalStateException("Posts went out together: the machine is too busy for this measurement");
        }
        return IntStream.range(0, POSTS)
                .mapToObj(post -> (commits.get(post) - post * apart.toNanos()) / 1e6)
                .toList();
    }

    /// The limit: somebody who knows the instant sends the claim at that instant.
    List<Double> bare() throws SQLException {
        ground.clear();
        List<Double> late = new ArrayList<>();
        try (Connection connection = ground.access().connect(ground.access().worker())) {
            connection.setAutoCommit(false);
            BareClaim claim = new BareClaim(connection, ids);
            for (int post = 0; post < POSTS; post++) {
                Instant due = Clock.systemUTC().instant().plusMillis(50);
                long dueNanos = System.nanoTime() + 50_000_000;
                ground.plan(1, due, Duration.ZERO);
                while (System.nanoTime() < dueNanos || claim.once() == 0) {
                    LockSupport.parkNanos(Math.max(0, dueNanos - System.nanoTime()));
                }
                late.add((System.nanoTime() - dueNanos) / 1e6);
            }
        }
        return late;
    }
}
