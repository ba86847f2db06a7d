package org.gazouillis.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.publish.PublishTick;
import org.gazouillis.schedule.quartz.QuartzClock;

/// Posts that go out through Quartz, tick and publisher, as in the server.
record ClockedPublishing(PublishGround ground, TimeOrderedIds ids, ExecutorService threads) {
    private static final Duration AHEAD = Duration.ofSeconds(3);

    /// Plans posts on an emptied ground, the first for a full second, as people plan, each so much later than the one
    /// before; waits until all are out.
    ///
    /// @return of each batch, in order, the nanoseconds from that full second to its commit
    List<Long> commits(int posts, Duration apart) throws SQLException {
        ground.clear();
        Instant now = Clock.systemUTC().instant();
        long nowNanos = System.nanoTime();
        Instant due = now.plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        long dueNanos = nowNanos + Duration.between(now, due).toNanos();
        ground.plan(posts, due, apart.multipliedBy(posts));
        ground.settle();
        WatchedPublisher publisher = new WatchedPublisher(ground.worker(), ids);
        QuartzClock clock = new QuartzClock(
                Pool.of(ground.access(), ground.access().worker()), threads, "bench", Clock.systemUTC());
        clock.start(List.of(new PublishTick(publisher)));
        publisher.await(posts);
        clock.stop();
        return publisher.commits().stream().map(commit -> commit - dueNanos).toList();
    }
}
