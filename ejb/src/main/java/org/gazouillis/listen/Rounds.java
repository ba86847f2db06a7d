package org.gazouillis.listen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One thread that does round after round, from [#start] to [#stop]. A round that fails is logged and tried again.
final class Rounds {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(20);

    private final Logger log;
    private final String work;
    private final Clock clock;
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final Semaphore stop = new Semaphore(0);
    private volatile @Nullable Failing failing;

    /// @param work what is done, for the log: "Feeding the search index"
    Rounds(Logger log, String work, Clock clock) {
        this.log = log;
        this.work = work;
        this.clock = clock;
    }

    /// Since when every round fails.
    ///
    /// @param times how many rounds in a row
    /// @param last why the last of them did
    record Failing(Instant since, int times, RuntimeException last) {}

    /// Begins and returns at once.
    ///
    /// @param name of the thread
    /// @param round says how long to pause until the next
    /// @param end done by the same thread after the last round
    void start(ThreadFactory threads, String name, Supplier<Duration> round, Runnable end) {
        Thread working = threads.newThread(() -> {
            goOn(round);
            end.run();
        });
        working.setName(name);
        thread.set(working);
        working.start();
    }

    /// Lets the round at hand end, and waits for it.
    void stop() {
        stop.release();
        Thread working = thread.getAndSet(null);
        try {
            if (working != null && !working.join(LONGEST_ROUND)) {
                log.warnf("%s is still busy after %s and is left behind; the next start goes on", work, LONGEST_ROUND);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// For a long round: whether it shall end early.
    boolean isStopping() {
        return stop.availablePermits() > 0;
    }

    /// Empty while rounds succeed.
    Optional<Failing> failing() {
        return Optional.ofNullable(failing);
    }

    private void goOn(Supplier<Duration> round) {
        Duration pause = Duration.ZERO;
        while (!stopsWithin(pause)) {
            pause = attempt(round);
        }
    }

    private Duration attempt(Supplier<Duration> round) {
        try {
            Duration pause = round.get();
            failing = null;
            return pause;
        } catch (RuntimeException failure) {
            note(failure);
            return AFTER_FAILURE;
        }
    }

    /// Told the first, second, fourth, eighth … time: a disk that is full for a night need not fill the log's, too.
    private void note(RuntimeException failure) {
        Failing before = failing;
        Failing now = before == null
                ? new Failing(clock.instant(), 1, failure)
                : new Failing(before.since, before.times + 1, failure);
        failing = now;
        if (Integer.bitCount(now.times) == 1) {
            log.errorf(
                    failure, "%s has failed %d times in a row; tried again every %s", work, now.times, AFTER_FAILURE);
        }
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return stop.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
