package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Keeps a [Lookout] for alerts on this node, from [#start] to [#stop], on one thread behind the outbox: publishing
/// never waits for it. What goes wrong is logged and tried again.
@ApplicationScoped
public class Watcher {
    private static final Logger LOG = Logger.getLogger(Watcher.class);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final Semaphore stop = new Semaphore(0);
    private OutboxTail tail;
    private StatusDocuments documents;
    private Jdbi db;
    private Clock clock;

    @Inject
    Watcher(OutboxTail tail, StatusDocuments documents, @WorkerDb Jdbi db, Clock clock) {
        this.tail = tail;
        this.documents = documents;
        this.db = db;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    Watcher() {}

    /// Beside a server, over a plain database: for benches.
    public static Watcher over(Jdbi worker, Clock clock) {
        return new Watcher(new OutboxTail(worker), new StatusDocuments(worker), worker, clock);
    }

    /// Returns at once.
    public void start(ThreadFactory threads) {
        Thread watching = threads.newThread(this::watch);
        watching.setName("listen-alerts");
        thread.set(watching);
        watching.start();
    }

    /// Lets the round at hand end, and waits for it.
    public void stop() {
        stop.release();
        Thread watching = thread.getAndSet(null);
        try {
            if (watching != null && !watching.join(Duration.ofSeconds(20))) {
                LOG.warn("Alerts are still being matched after 20 s and are left behind; the next start goes on there");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try (Lookout lookout = new Lookout(tail, documents, db, clock)) {
            Duration pause = Duration.ZERO;
            while (!stopsWithin(pause)) {
                pause = attempt(lookout);
            }
        }
    }

    private static Duration attempt(Lookout lookout) {
        try {
            return lookout.round() ? Duration.ZERO : PAUSE;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Alerts could not be matched and are tried again in %s", AFTER_FAILURE);
            return AFTER_FAILURE;
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
