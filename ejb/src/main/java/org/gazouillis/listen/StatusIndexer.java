package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.IndexUnusable;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Keeps the index in step with the database, from [#start] to [#stop], on one thread. Of an index that all nodes share
/// only one of them does so ([FeedingTurn]); the others search it, and are ready to go on.
///
/// What goes wrong there is logged and tried again: a folder that cannot be opened, a cluster or a database that has
/// gone away, an index that was deleted or damaged. Searches are answered meanwhile from what there is.
@ApplicationScoped
public class StatusIndexer {
    private static final Logger LOG = Logger.getLogger(StatusIndexer.class);
    /// A new status is looked for this often; an index that has heard nothing for a while listens half as often.
    private static final Duration ATTENTIVE = Duration.ofMillis(25);
    private static final Duration DROWSY = Duration.ofMillis(50);
    private static final Duration WAITING = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int ROUNDS_UNTIL_DROWSY = 200;

    private final OutboxTail tail;
    private final StatusDocuments documents;
    private final Jdbi db;
    private final AtomicReference<@Nullable StatusIndex> index = new AtomicReference<>();
    private final AtomicReference<@Nullable Feeder> feeder = new AtomicReference<>();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final Semaphore stop = new Semaphore(0);

    @Inject
    public StatusIndexer(OutboxTail tail, StatusDocuments documents, @WorkerDb Jdbi db) {
        this.tail = tail;
        this.documents = documents;
        this.db = db;
    }

    StatusIndexer() {
        this(new OutboxTail(Jdbi.create("jdbc:none")), new StatusDocuments(), Jdbi.create("jdbc:none"));
    }

    /// Without the server around it, for tools and benches.
    public static StatusIndexer over(Jdbi worker) {
        return new StatusIndexer(new OutboxTail(worker), new StatusDocuments(worker), worker);
    }

    /// Begins to feed the index there. Returns at once.
    public void start(IndexPlace place, ThreadFactory threads) {
        Thread feeding = threads.newThread(() -> feed(place));
        thread.set(feeding);
        feeding.start();
    }

    /// Writes what is left and gives the place free; waits for it.
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

    /// How the index stands; empty while it cannot be opened, or its cluster does not answer.
    public Optional<IndexState> state() {
        try {
            return index().map(StatusIndex::state);
        } catch (IndexUnusable silent) {
            LOG.warn(silent.getMessage());
            return Optional.empty();
        }
    }

    /// Asks the index; empty when there is none yet, or it cannot be used. One that is lost is built anew.
    ///
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchCursorForeign when the cursor does not fit
    /// @throws SearchTooBroad when the answer would take too long
    <T> Optional<T> ask(Function<StatusIndex, T> question) {
        try {
            return index().map(open -> IndexQuestion.ask(() -> question.apply(open)));
        } catch (IndexUnusable broken) {
            LOG.warn("The search index could not be asked", broken);
            if (broken.isLost()) {
                distrust();
            }
            return Optional.empty();
        }
    }

    /// Whether it is this node that writes to the index.
    boolean isFeeding() {
        return feeder.get() != null;
    }

    Optional<StatusIndex> index() {
        return Optional.ofNullable(index.get());
    }

    /// The index is unreadable, or not to be trusted: whoever feeds it builds it anew.
    void distrust() {
        Feeder feeding = feeder.get();
        if (feeding != null) {
            feeding.distrust();
        }
    }

    private void feed(IndexPlace place) {
        try (FeedingTurn turn = new FeedingTurn(db, place.name())) {
            int idle = 0;
            Duration pause = Duration.ZERO;
            while (!stopsWithin(pause)) {
                try {
                    StatusIndex open = opened(place);
                    if (place.shared() && !turn.isOurs()) {
                        look(open);
                        pause = WAITING;
                    } else {
                        idle = feeder(open).round() ? 0 : idle + 1;
                        pause = idle == 0 ? Duration.ZERO : idle < ROUNDS_UNTIL_DROWSY ? ATTENTIVE : DROWSY;
                    }
                } catch (RuntimeException failure) {
                    LOG.errorf(failure, "The search index could not be fed and is tried again in %s", AFTER_FAILURE);
                    pause = AFTER_FAILURE;
                }
            }
            close();
        }
    }

    /// Another node feeds it; until that has been once through everything, answers are partial here, too.
    private void look(StatusIndex open) {
        feeder.set(null);
        if (open.committedPosition().isPresent()) {
            open.markComplete();
        } else {
            long count = open.count();
            open.markPartial(count, count);
        }
    }

    private StatusIndex opened(IndexPlace place) {
        StatusIndex open = index.get();
        if (open == null) {
            open = place.opening().get();
            index.set(open);
            LOG.infof("The search index in %s is open: %s", place.name(), open.state());
        }
        return open;
    }

    private Feeder feeder(StatusIndex open) {
        Feeder feeding = feeder.get();
        if (feeding == null) {
            feeding = new Feeder(open, tail, documents, () -> stop.availablePermits() > 0);
            feeder.set(feeding);
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
        if (open == null) {
            return;
        }
        try (open) {
            if (feeding != null) {
                feeding.commit();
            }
        } catch (RuntimeException failure) {
            LOG.warn("The search index could not be closed cleanly; the next start mends it", failure);
        }
    }
}
