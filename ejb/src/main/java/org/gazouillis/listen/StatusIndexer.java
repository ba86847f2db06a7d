package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.outbox.OutboxTail;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Keeps this node's index in step with the database, from [#start] to [#stop], on one thread.
///
/// What goes wrong there is logged and tried again: a folder that cannot be opened, a database that has gone away, an
/// index that was deleted or damaged. Searches are answered meanwhile from what there is.
@ApplicationScoped
public class StatusIndexer {
    private static final Logger LOG = Logger.getLogger(StatusIndexer.class);
    /// A new status is looked for this often; an index that has heard nothing for a while listens half as often.
    private static final Duration ATTENTIVE = Duration.ofMillis(25);
    private static final Duration DROWSY = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int ROUNDS_UNTIL_DROWSY = 200;

    private final OutboxTail tail;
    private final StatusDocuments documents;
    private final AtomicReference<@Nullable StatusIndex> index = new AtomicReference<>();
    private final AtomicReference<@Nullable Feeder> feeder = new AtomicReference<>();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final Semaphore stop = new Semaphore(0);

    @Inject
    public StatusIndexer(OutboxTail tail, StatusDocuments documents) {
        this.tail = tail;
        this.documents = documents;
    }

    StatusIndexer() {
        this(new OutboxTail(Jdbi.create("jdbc:none")), new StatusDocuments());
    }

    /// Without the server around it, for tools and benches.
    public static StatusIndexer over(Jdbi worker) {
        return new StatusIndexer(new OutboxTail(worker), new StatusDocuments(worker));
    }

    /// Begins to feed the index in `folder`. Returns at once.
    public void start(Path folder, ThreadFactory threads) {
        Thread feeding = threads.newThread(() -> feed(folder, threads));
        thread.set(feeding);
        feeding.start();
    }

    /// Writes what is left and gives the folder free; waits for it.
    public void stop() {
        stop.release();
        Thread feeding = thread.getAndSet(null);
        try {
            if (feeding != null && !feeding.join(Duration.ofSeconds(20))) {
                LOG.warn("The search index is still busy after 20 s and is left behind; the next start mends it");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// How the index stands; empty while its folder cannot be opened.
    public Optional<IndexState> state() {
        return index().map(StatusIndex::state);
    }

    Optional<StatusIndex> index() {
        return Optional.ofNullable(index.get());
    }

    /// A search found the index unreadable: it is to be built anew.
    void distrust() {
        Feeder feeding = feeder.get();
        if (feeding != null) {
            feeding.distrust();
        }
    }

    private void feed(Path folder, ThreadFactory threads) {
        int idle = 0;
        Duration pause = Duration.ZERO;
        while (!stopsWithin(pause)) {
            try {
                idle = feeder(folder, threads).round() ? 0 : idle + 1;
                pause = idle == 0 ? Duration.ZERO : idle < ROUNDS_UNTIL_DROWSY ? ATTENTIVE : DROWSY;
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "The search index could not be fed and is tried again in %s", AFTER_FAILURE);
                pause = AFTER_FAILURE;
            }
        }
        close();
    }

    private Feeder feeder(Path folder, ThreadFactory threads) {
        Feeder feeding = feeder.get();
        if (feeding == null) {
            StatusIndex opened = StatusIndex.open(folder, IndexSettings.standard());
            LOG.infof("The search index in %s is open: %s", folder, opened.state());
            feeding = new Feeder(opened, tail, documents, () -> stop.availablePermits() > 0, threads);
            feeder.set(feeding);
            index.set(opened);
        }
        return feeding;
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return stop.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void close() {
        Feeder feeding = feeder.getAndSet(null);
        StatusIndex open = index.getAndSet(null);
        if (feeding == null || open == null) {
            return;
        }
        try (open) {
            feeding.commit();
        } catch (RuntimeException failure) {
            LOG.warn("The search index could not be closed cleanly; the next start mends it", failure);
        }
    }
}
