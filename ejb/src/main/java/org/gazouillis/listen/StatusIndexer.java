package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.Position;
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
    private static final int ROUNDS_UNTIL_DROWSY = 200;

    private final OutboxTail tail;
    private final StatusDocuments documents;
    private final Clock clock;
    private final Rounds rounds;
    private final AtomicReference<@Nullable StatusIndex> index = new AtomicReference<>();
    private final AtomicReference<@Nullable Feeder> feeder = new AtomicReference<>();
    /// Rounds without anything to do; of the feeding thread alone.
    private int idle;

    @Inject
    public StatusIndexer(OutboxTail tail, StatusDocuments documents, Clock clock) {
        this.tail = tail;
        this.documents = documents;
        this.clock = clock;
        this.rounds = new Rounds(LOG, "Feeding the search index", clock);
    }

    StatusIndexer() {
        this(new OutboxTail(Jdbi.create("jdbc:none")), new StatusDocuments(), Clock.systemUTC());
    }

    /// Without the server around it, for tools and benches.
    public static StatusIndexer over(Jdbi worker) {
        return new StatusIndexer(new OutboxTail(worker), new StatusDocuments(worker), Clock.systemUTC());
    }

    /// Begins to feed the index in `folder`. Returns at once.
    public void start(Path folder, ThreadFactory threads) {
        rounds.start(threads, "search-index", () -> round(folder, threads), this::close);
    }

    /// Writes what is left and gives the folder free; waits for it.
    public void stop() {
        rounds.stop();
    }

    /// How the index stands; empty while its folder cannot be opened.
    public Optional<IndexState> state() {
        return index().map(StatusIndex::state);
    }

    /// Since when the index cannot be brought up to date, because the disk is full or the database away; empty while
    /// it can. What is there already is found meanwhile.
    public Optional<Instant> behindSince() {
        return rounds.failing().map(Rounds.Failing::since);
    }

    /// How the index follows the database.
    IndexLook.Feeding feeding() {
        Optional<Feeder> feeding = feeder();
        Optional<OutboxTail.Waiting> waiting = feeding.flatMap(Feeder::waiting);
        return new IndexLook.Feeding(
                index().flatMap(StatusIndex::committedPosition)
                        .map(Position::xid)
                        .orElse(0L),
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
        return Optional.ofNullable(index.get());
    }

    private Optional<Feeder> feeder() {
        return Optional.ofNullable(feeder.get());
    }

    /// A search found the index unreadable: it is to be built anew.
    void distrust() {
        feeder().ifPresent(Feeder::distrust);
    }

    private Duration round(Path folder, ThreadFactory threads) {
        idle = opened(folder, threads).round() ? 0 : idle + 1;
        return idle == 0 ? Duration.ZERO : idle < ROUNDS_UNTIL_DROWSY ? ATTENTIVE : DROWSY;
    }

    private Feeder opened(Path folder, ThreadFactory threads) {
        Feeder feeding = feeder.get();
        if (feeding == null) {
            StatusIndex opened = StatusIndex.open(folder, IndexSettings.standard());
            LOG.infof("The search index in %s is open: %s", folder, opened.state());
            feeding = new Feeder(opened, tail, documents, clock, rounds::isStopping, threads);
            feeder.set(feeding);
            index.set(opened);
        }
        return feeding;
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
