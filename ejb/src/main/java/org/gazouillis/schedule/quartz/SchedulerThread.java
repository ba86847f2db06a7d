package org.gazouillis.schedule.quartz;

import java.time.Duration;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.quartz.core.QuartzSchedulerThread;
import org.quartz.spi.ThreadExecutor;

/// Starts the scheduler's own thread and keeps it in sight. At the end Quartz interrupts it in whatever it does: at a
/// statement, or at a tick that it runs itself because the server gives no more threads.
final class SchedulerThread implements ThreadExecutor {
    private static final Logger LOG = Logger.getLogger(SchedulerThread.class);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int LOOKS = 1_500;

    private volatile @Nullable Thread thread;

    @Override
    public void execute(Thread scheduler) {
        thread = scheduler;
        scheduler.start();
    }

    @Override
    public void initialize() {
        // There is nothing to prepare.
    }

    /// Waits until it waits for nothing but being called, half a minute at most. Call it in standby.
    void awaitRest() {
        Thread scheduler = thread;
        try {
            for (int look = 0; scheduler != null && look < LOOKS; look++) {
                if (rests(scheduler) || scheduler.join(LOOK)) {
                    return;
                }
            }
            LOG.warn("The clock does not come to rest and is stopped in the middle of its work");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean rests(Thread scheduler) {
        return scheduler.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(scheduler.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .allMatch(name ->
                                name.startsWith("java.lang.") || name.equals(QuartzSchedulerThread.class.getName()));
    }
}
