package org.gazouillis.schedule.quartz;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gazouillis.kernel.Tick;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class QuartzClockTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private World world;
    private QuartzClock clock;

    @BeforeEach
    void build() {
        world = World.fresh();
        clock = clock();
    }

    @AfterEach
    void stop() {
        clock.stop();
        threads.close();
    }

    @Test
    void aTickRunsAgainAndAgain() {
        CountingTick tick = new CountingTick("beat", 50);
        clock.start(List.of(tick));
        assertThat(clock.isRunning()).isTrue();
        await().untilAtomic(tick.runs, org.hamcrest.Matchers.greaterThan(3));
    }

    @Test
    void aTickThatThrowsIsRunAgain() {
        CountingTick tick = new CountingTick("stumble", 50) {
            @Override
            public void run() {
                super.run();
                throw new IllegalStateException("on purpose");
            }
        };
        clock.start(List.of(tick));
        await().untilAtomic(tick.runs, org.hamcrest.Matchers.greaterThan(2));
    }

    @Test
    void afterARestartOldTicksAreForgottenAndChangedOnesReplanned() {
        clock.start(List.of(new CountingTick("gone", 3_600_000), new CountingTick("kept", 3_600_000)));
        clock.stop();
        assertThat(clock.isRunning()).isFalse();
        CountingTick faster = new CountingTick("kept", 50);
        clock = clock();
        clock.start(List.of(faster));
        await().untilAtomic(faster.runs, org.hamcrest.Matchers.greaterThan(2));
        assertThat(jobs()).containsExactly("kept");
    }

    /// A killed node leaves a fired trigger and a blocked job in the store; the same node frees them when it is back.
    @Test
    void whatAKilledNodeLeftHalfDoneIsFreedWhenItComesBack() {
        clock.start(List.of(new CountingTick("beat", 200)));
        await().until(() -> !jobs().isEmpty());
        clock.stop();
        world.worker().useHandle(handle -> {
            handle.execute("insert into qrtz_fired_triggers (sched_name, entry_id, trigger_name, trigger_group,"
                    + " instance_name, fired_time, sched_time, priority, state, job_name, job_group,"
                    + " is_nonconcurrent, requests_recovery)"
                    + " values ('gazouillis', 'x1', 'beat', 'ticks', 'node-1', 1, 1, 5, 'EXECUTING', 'beat', 'ticks',"
                    + " true, false)");
            handle.execute("update qrtz_triggers set trigger_state = 'BLOCKED'");
        });
        CountingTick tick = new CountingTick("beat", 200);
        clock = clock();
        clock.start(List.of(tick));
        await().atMost(Duration.ofSeconds(10)).untilAtomic(tick.runs, org.hamcrest.Matchers.greaterThan(1));
    }

    @Test
    void aTickThatQuartzGaveUpGetsAnotherChanceWithTheNextStart() {
        clock.start(List.of(new CountingTick("beat", 200)));
        await().until(() -> !jobs().isEmpty());
        clock.stop();
        world.worker().useHandle(handle -> handle.execute("update qrtz_triggers set trigger_state = 'ERROR'"));
        CountingTick tick = new CountingTick("beat", 200);
        clock = clock();
        clock.start(List.of(tick));
        await().untilAtomic(tick.runs, org.hamcrest.Matchers.greaterThan(1));
    }

    /// A connection that is lost at the wrong moment leaves a trigger blocked, and nobody who would free it.
    @Test
    void aTickThatNobodyRunsAndNobodyWouldWakeIsPlannedAnewWhileTheClockRuns() {
        CountingTick tick = new CountingTick("beat", 50);
        clock.start(List.of(tick));
        await().untilAtomic(tick.runs, org.hamcrest.Matchers.greaterThan(1));
        await().until(this::strand);
        int before = tick.runs.get();
        await().atMost(Duration.ofSeconds(20)).untilAtomic(tick.runs, org.hamcrest.Matchers.greaterThan(before + 3));
    }

    /// Quartz would wait for that hour.
    @Test
    void aTickThatWasPlannedByAClockAnHourAheadIsNotWaitedFor() {
        CountingTick tick = new CountingTick("beat", 3_600_000);
        clock.start(List.of(tick));
        await().untilAtomic(tick.runs, org.hamcrest.Matchers.equalTo(1));
        clock.stop();
        world.worker()
                .useHandle(
                        handle -> handle.execute("update qrtz_triggers set next_fire_time = next_fire_time + 3600000"));
        clock = clock();
        clock.start(List.of(tick));
        await().atMost(Duration.ofSeconds(20)).untilAtomic(tick.runs, org.hamcrest.Matchers.greaterThan(1));
    }

    /// A tick that comes once an hour must not wait for the next hour because the store was away for some seconds.
    @Test
    void whatWasMissedIsMadeUpForAtOnce() {
        CountingTick tick = new CountingTick("beat", 3_600_000);
        clock.start(List.of(tick));
        await().untilAtomic(tick.runs, org.hamcrest.Matchers.equalTo(1));
        clock.stop();
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update qrtz_triggers set next_fire_time = (extract(epoch from now()) - 600) * 1000"));
        clock = clock();
        clock.start(List.of(tick));
        await().atMost(Duration.ofSeconds(20)).untilAtomic(tick.runs, org.hamcrest.Matchers.equalTo(2));
    }

    /// Whether it could be done between two runs.
    private boolean strand() {
        return world.worker()
                        .withHandle(handle -> handle.execute("update qrtz_triggers set trigger_state = 'BLOCKED'"
                                + " where trigger_state = 'WAITING'"
                                + " and not exists (select from qrtz_fired_triggers)"))
                == 1;
    }

    /// A server that is being suspended refuses new work while the clock still ticks.
    @Test
    void whenTheServerGivesNoMoreThreadsTheTicksStayPlanned() {
        CountingTick tick = new CountingTick("beat", 50);
        DataSource pool = World.source(world.access(), world.access().worker());
        QuartzClock suspended = new QuartzClock(
                pool,
                work -> {
                    throw new java.util.concurrent.RejectedExecutionException("suspended");
                },
                "node-1",
                Clock.systemUTC());
        suspended.start(List.of(tick));
        await().untilAtomic(tick.runs, org.hamcrest.Matchers.greaterThan(2));
        suspended.stop();
        assertThat(states()).doesNotContain("ERROR");
    }

    /// Then the clock runs them itself, on the thread that Quartz interrupts at the end.
    @Test
    void theEndInterruptsNoTickInItsStatement() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        CountingTick slow = new CountingTick("slow", 50) {
            @Override
            public void run() {
                super.run();
                running.countDown();
                world.worker().useHandle(handle -> handle.execute("select pg_sleep(0.5)"));
                interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
            }
        };
        QuartzClock suspended = new QuartzClock(
                World.source(world.access(), world.access().worker()),
                work -> {
                    throw new java.util.concurrent.RejectedExecutionException("suspended");
                },
                "node-1",
                Clock.systemUTC());
        suspended.start(List.of(slow));
        running.await();
        suspended.stop();
        assertThat(interrupted).isFalse();
        assertThat(states()).containsExactly("WAITING");
    }

    private List<String> states() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select trigger_state from qrtz_triggers")
                        .mapTo(String.class)
                        .list());
    }

    private QuartzClock clock() {
        DataSource pool = World.source(world.access(), world.access().worker());
        return new QuartzClock(pool, threads, "node-1", Clock.systemUTC());
    }

    private List<String> jobs() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select job_name from qrtz_job_details order by 1")
                        .mapTo(String.class)
                        .list());
    }

    private static class CountingTick implements Tick {
        final AtomicInteger runs = new AtomicInteger();
        private final String name;
        private final Duration every;

        CountingTick(String name, long everyMillis) {
            this.name = name;
            every = Duration.ofMillis(everyMillis);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Duration every() {
            return every;
        }

        @Override
        public void run() {
            runs.incrementAndGet();
        }
    }
}
