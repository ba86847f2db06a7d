package org.gazouillis.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.publish.Publisher;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/// What many schedulers do: one Quartz trigger for each post, whose job publishes that post by the same claim. The
/// same clustered store, ten threads.
final class TriggerPerPost {
    private static final String NAME = "trigger-per-post";
    private static final int THREADS = 10;
    private static final Duration AHEAD = Duration.ofSeconds(10);
    /// What it takes to plan one of them, generously.
    private static final Duration PLANNED = Duration.ofMillis(10);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final PublishGround ground;
    private final Publisher publisher;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong last = new AtomicLong();

    TriggerPerPost(PublishGround ground) {
        this.ground = ground;
        publisher = new Publisher(ground.worker(), new TimeOrderedIds(Clock.systemUTC(), 7));
    }

    /// Posts a second until all are out, or within three minutes.
    double rate(int posts) throws java.sql.SQLException {
        ground.clear();
        Duration ahead = AHEAD.plus(PLANNED.multipliedBy(posts));
        Instant due = Clock.systemUTC().instant().plus(ahead);
        long dueNanos = System.nanoTime() + ahead.toNanos();
        ground.plan(posts, due, Duration.ZERO);
        try {
            Scheduler scheduler = scheduler();
            plan(scheduler, due.plusMillis(5));
            scheduler.start();
            while (done.get() < posts && System.nanoTime() < dueNanos + LONGEST_NANOS) {
                LockSupport.parkNanos(2_000_000);
            }
            scheduler.standby();
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
        return done.get() / ((last.get() - dueNanos) / 1e9);
    }

    private void plan(Scheduler scheduler, Instant due) throws SchedulerException {
        List<Long> posts = ground.worker()
                .withHandle(handle -> handle.createQuery("select id from post order by id")
                        .mapTo(Long.class)
                        .list());
        for (Long post : posts) {
            scheduler.scheduleJob(
                    JobBuilder.newJob(Job.class).withIdentity(post.toString()).build(),
                    TriggerBuilder.newTrigger()
                            .withIdentity(post.toString())
                            .startAt(Date.from(due))
                            .build());
        }
    }

    private void publish(long post) {
        if (publisher.publish(new PostId(post)).taken() == 1) {
            last.set(System.nanoTime());
            done.incrementAndGet();
        }
    }

    private Scheduler scheduler() throws SchedulerException {
        ConnectionProvider connections =
                new Connections(Pool.of(ground.access(), ground.access().worker()));
        DBConnectionManager.getInstance().addConnectionProvider(NAME, connections);
        JobStoreTX store = new JobStoreTX();
        store.setDataSource(NAME);
        store.setTablePrefix("qrtz_");
        store.setUseProperties("true");
        store.setIsClustered(true);
        store.setAcquireTriggersWithinLock(true);
        try {
            store.setDriverDelegateClass(PostgreSQLDelegate.class.getName());
        } catch (InvalidConfigurationException e) {
            throw new SchedulerException(e);
        }
        DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
        factory.createScheduler(NAME, "bench", new SimpleThreadPool(THREADS, Thread.NORM_PRIORITY), store);
        Scheduler scheduler = factory.getScheduler(NAME);
        scheduler.setJobFactory((fired, _) ->
                _ -> publish(Long.parseLong(fired.getJobDetail().getKey().getName())));
        return scheduler;
    }

    private record Connections(javax.sql.DataSource pool) implements ConnectionProvider {
        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            return pool.getConnection();
        }

        @Override
        public void shutdown() {
            // The bench ends with its process.
        }

        @Override
        public void initialize() {
            // Connections are opened when they are asked for.
        }
    }
}
