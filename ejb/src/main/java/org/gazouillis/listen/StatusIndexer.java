package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.IndexUnusable;
import org.gazouillis.index.Position;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.tenancy.Transactions;
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
    /// A node that does not feed the index looks this often whether it shall.
    private static final Duration WAITING = Duration.ofSeconds(1);
    private static final int ROUNDS_UNTIL_DROWSY = 200;

    private final OutboxTail tail;
    private final StatusDocuments documents;
    private final Jdbi db;
    private final Clock clock;
    private final Transactions transactions;
    private final Rounds rounds;
    private final AtomicReference<@Nullable StatusIndex> index = new AtomicReference<>();
    private final AtomicReference<@Nullable Feeder> feeder = new AtomicReference<>();
    /// Rounds without anything to do; of the feeding thread alone.
    private int idle;

    @Inject
    public StatusIndexer(
            OutboxTail tail, StatusDocuments documents, @WorkerDb Jdbi db, Clock clock, Transactions transactions) {
        this.tail = tail;
        this.documents = documents;
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
        this.rounds = new Rounds(LOG, "Feeding the search index", clock);
    }

    StatusIndexer() {
        this(
                new OutboxTail(Jdbi.create("jdbc:none")),
                new StatusDocuments(),
                Jdbi.create("jdbc:none"),
                Clock.systemUTC(),
                new Transactions());
    }

    /// Without the server around it, for tools and benches.
    public static StatusIndexer over(Jdbi worker) {
        return new StatusIndexer(
                new OutboxTail(worker), new StatusDocuments(worker), worker, Clock.systemUTC(), new Transactions());
    }

    /// Begins to feed the index there. Returns at once.
    public void start(IndexPlace place, ThreadFactory threads) {
        var turn = new FeedingTurn(db, place.name());
        rounds.start(threads, "search-index", () -> round(place, turn, threads), () -> close(turn));
    }

    /// Writes what is left and gives the place free; waits for it.
    public void stop() {
        rounds.stop();
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

    /// Asks the index, outside of any transaction, since it may lie in a cluster; empty when there is none yet, or it
    /// cannot be used. One that is lost is built anew.
    ///
    /// @throws IllegalStateException within a transaction
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

    /// Since when the index cannot be brought up to date, because the disk is full or the database away; empty while
    /// it can. What is there already is found meanwhile.
    public Optional<Instant> behindSince() {
        return rounds.failing().map(Rounds.Failing::since);
    }

    /// How the index follows the database, as far as this node knows.
    IndexLook.Feeding feeding(StatusIndex open) {
        Optional<Feeder> feeding = feeder();
        Optional<Position> committed = open.committedPosition();
        Optional<OutboxTail.Waiting> waiting = feeding.isPresent()
                ? feeding.flatMap(Feeder::waiting)
                : committed.map(mark -> Feeder.waitingAfter(tail, mark));
        return new IndexLook.Feeding(
                committed.map(Position::xid).orElse(0L),
                tail.now().xid(),
                waiting.map(OutboxTail.Waiting::facts).orElse(0L),
                waiting.map(OutboxTail.Waiting::since).orElse(null),
                feeding.filter(Feeder::isDistrusted).isPresent(),
                feeding.flatMap(Feeder::builtAt).orElse(null),
                behindSince().orElse(null),
                rounds.failing()
                        .map(failing -> String.valueOf(failing.last().getMessage()))
                        .orElse(""));
    }

    Optional<StatusIndex> index() {
        transactions.requireNone("The search index is asked");
        return Optional.ofNullable(index.get());
    }

    private Optional<Feeder> feeder() {
        return Optional.ofNullable(feeder.get());
    }

    /// The index is unreadable, or not to be trusted: whoever feeds it builds it anew.
    void distrust() {
        feeder().ifPresent(Feeder::distrust);
    }

    private Duration round(IndexPlace place, FeedingTurn turn, ThreadFactory threads) {
        StatusIndex open = opened(place);
        if (place.shared() && !turn.isOurs()) {
            look(open);
            return WAITING;
        }
        idle = feeder(open, threads).round() ? 0 : idle + 1;
        return idle == 0 ? Duration.ZERO : idle < ROUNDS_UNTIL_DROWSY ? ATTENTIVE : DROWSY;
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
            open.markPartial(0, 0);
            index.set(open);
            LOG.infof("The search index in %s is open: %s", place.name(), open.state());
        }
        return open;
    }

    private Feeder feeder(StatusIndex open, ThreadFactory threads) {
        Feeder feeding = feeder.get();
        if (feeding == null) {
            feeding = new Feeder(open, tail, documents, new Impressions(db, open), clock, rounds::isStopping, threads);
            feeder.set(feeding);
        }
        return feeding;
    }

    private void close(FeedingTurn turn) {
        try (turn) {
            close();
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
