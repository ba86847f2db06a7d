package org.gazouillis.listen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.gazouillis.index.Counts;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.outbox.Position;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Feeds one index, round by round. Everything put is idempotent, so a round that failed half-way is simply repeated.
///
/// Without a usable position everything is read: the position first, then all rows, then the facts behind the
/// position. An empty index is filled in place, so that searches find what is there already; one that still serves is
/// replaced when its successor is complete. Until the facts behind the position were read once, the index says that
/// it is partial.
final class Feeder {
    private static final Logger LOG = Logger.getLogger(Feeder.class);
    private static final Set<String> OWN = Set.of("StatusPosted", "StatusRemoved", "StatusReworded");
    private static final String IMPORTED = "StatusImported";
    private static final Set<String> KINDS = Set.of(
            "StatusPosted",
            "StatusRemoved",
            "StatusReworded",
            IMPORTED,
            "StatusLiked",
            "StatusUnliked",
            "StatusReposted");
    private static final int FACTS = 1_000;
    private static final int ROWS = 5_000;
    private static final int COUNTS = 50_000;
    private static final long COMMIT_CHANGES_AFTER = Duration.ofSeconds(5).toNanos();
    private static final long COMMIT_POSITION_AFTER = Duration.ofMinutes(10).toNanos();
    private static final long LOOK_AFTER = Duration.ofSeconds(1).toNanos();

    private final StatusIndex index;
    private final OutboxTail tail;
    private final StatusDocuments documents;
    private final Impressions impressions;
    private final BooleanSupplier stopping;
    private final Commits commits;
    private final AtomicBoolean distrusted = new AtomicBoolean();
    private final Clock clock;
    private volatile @Nullable Position position;
    private volatile @Nullable Instant builtAt;
    private boolean located;
    private boolean behind = true;
    private boolean changed;
    private long committedAt;
    private long lookedAt;

    Feeder(
            StatusIndex index,
            OutboxTail tail,
            StatusDocuments documents,
            Impressions impressions,
            Clock clock,
            BooleanSupplier stopping,
            ThreadFactory threads) {
        this.index = index;
        this.tail = tail;
        this.documents = documents;
        this.impressions = impressions;
        this.clock = clock;
        this.stopping = stopping;
        this.commits = new Commits(index, threads);
        this.committedAt = System.nanoTime();
        this.lookedAt = committedAt;
        index.markPartial(index.count(), index.count());
    }

    void distrust() {
        distrusted.set(true);
    }

    /// Facts that the index has not heard of yet; empty until it has a place from which to go on.
    Optional<OutboxTail.Waiting> waiting() {
        return Optional.ofNullable(position).map(from -> tail.waiting(from, KINDS));
    }

    /// As [#waiting()], of an index that another node feeds: what it has done since its last commit counts, too.
    static OutboxTail.Waiting waitingAfter(OutboxTail tail, org.gazouillis.index.Position committed) {
        return tail.waiting(position(committed), KINDS);
    }

    /// When the index was last read anew from the database; empty when it was whole all the time.
    Optional<Instant> builtAt() {
        return Optional.ofNullable(builtAt);
    }

    /// Whether it is to be built anew, or is being so.
    boolean isDistrusted() {
        return distrusted.get();
    }

    /// One step; true when there was something to do and there may be more.
    boolean round() {
        lookAtCommits();
        locate();
        if (mustBeMended()) {
            mend();
        } else if (position == null && index.count() == 0) {
            fill();
        } else if (position == null) {
            replace();
        } else {
            return follow(position);
        }
        return true;
    }

    /// A writer that broke down goes on from what it committed. Anything else is built anew.
    private void mend() {
        if (distrusted.get() || !index.canBeResumed()) {
            replace();
            return;
        }
        commits.end();
        index.resume();
        located = false;
        behind = true;
        index.markPartial(index.count(), documents.total());
    }

    /// Makes what was fed so far survive a crash, before it returns.
    void commit() {
        if (position != null) {
            commits.end();
            index.commit(mark(position));
            changed = false;
            committedAt = System.nanoTime();
        }
    }

    private void commitBehind(Position reached) {
        if (commits.begin(mark(reached))) {
            changed = false;
            committedAt = System.nanoTime();
        }
    }

    /// One that failed is to be tried again, whether or not more has come since.
    private void lookAtCommits() {
        try {
            commits.look();
        } catch (IllegalStateException failure) {
            changed = true;
            throw failure;
        }
    }

    private void locate() {
        if (!located) {
            position = index.committedPosition()
                    .map(Feeder::position)
                    .filter(documents::canContinueFrom)
                    .orElse(null);
            if (position != null) {
                loadCounts();
            }
            located = true;
        }
    }

    private boolean mustBeMended() {
        if (distrusted.get()) {
            return true;
        }
        long now = System.nanoTime();
        if (now - lookedAt < LOOK_AFTER) {
            return false;
        }
        lookedAt = now;
        return !index.isAlive();
    }

    private boolean follow(Position from) {
        OutboxTail.Batch batch = tail.next(from, KINDS, FACTS);
        if (!batch.entries().isEmpty()) {
            apply(batch.entries());
        }
        position = batch.reached();
        impressions.follow();
        if (behind && batch.entries().size() < FACTS) {
            behind = false;
            index.markComplete();
        }
        long uncommitted = System.nanoTime() - committedAt;
        if (uncommitted > COMMIT_POSITION_AFTER || (changed && uncommitted > COMMIT_CHANGES_AFTER)) {
            commitBehind(batch.reached());
        }
        return !batch.entries().isEmpty();
    }

    private void apply(List<OutboxTail.Entry> entries) {
        Set<Long> ids = new LinkedHashSet<>();
        List<Long> counting = new ArrayList<>();
        boolean written = false;
        for (OutboxTail.Entry entry : entries) {
            OutboxEvent fact = entry.event();
            if (fact.kind().equals(IMPORTED)) {
                pages(after -> documents.importedBy(fact.id(), after, ROWS), index::put);
                impressions.importedBy(fact.id());
                written = true;
            } else {
                counting.add(fact.id());
            }
            if (OWN.contains(fact.kind())) {
                ids.add(fact.subject());
            }
        }
        if (!ids.isEmpty()) {
            putOrDelete(ids);
            written = true;
        }
        index.count(documents.countsChangedBy(counting));
        if (written) {
            index.makeVisible();
            changed = true;
        }
    }

    /// Writes these as the database has them, and takes out those that it has no more.
    private void putOrDelete(Set<Long> ids) {
        List<StatusDocument> found = documents.own(ids);
        index.put(found);
        found.forEach(document -> ids.remove(document.id()));
        index.delete(ids);
    }

    /// The index keeps no counts on disk. What happens after this reading comes as a fact behind the position, which
    /// is therefore always taken before.
    private void loadCounts() {
        countPages(documents::countsAfter);
        countPages(documents::importedCountsAfter);
        impressions.load();
    }

    private void countPages(CountsReader read) {
        long after = 0;
        int size = COUNTS;
        while (size == COUNTS && !stopping.getAsBoolean()) {
            Map<Long, Counts> page = read.after(after, COUNTS);
            size = page.size();
            index.count(page);
            after = page.keySet().stream().mapToLong(Long::longValue).max().orElse(after);
        }
    }

    private void fill() {
        Position start = tail.now();
        readAll(batch -> {
            index.put(batch);
            index.makeVisible();
        });
        if (!stopping.getAsBoolean()) {
            reached(start);
            commit();
        }
    }

    private void replace() {
        commits.end();
        Position start = tail.now();
        try (StatusIndex.Rebuild successor = index.startRebuild()) {
            readAll(successor::put);
            if (!stopping.getAsBoolean()) {
                successor.switchTo(mark(start));
                reached(start);
            }
        }
    }

    private void reached(Position start) {
        position = start;
        changed = false;
        committedAt = System.nanoTime();
        distrusted.set(false);
        builtAt = clock.instant();
        behind = true;
        LOG.infof("The search index is complete: %d statuses", index.count());
    }

    private void readAll(Consumer<Collection<StatusDocument>> sink) {
        long total = documents.total();
        LOG.infof("The search index is built from the database: %d statuses", total);
        // Imported statuses bring their other figures along.
        countPages(documents::countsAfter);
        impressions.load();
        Progress progress = new Progress(total);
        index.markPartial(0, total);
        Consumer<Collection<StatusDocument>> counting = batch -> {
            sink.accept(batch);
            progress.add(batch.size());
        };
        pages(after -> documents.ownAfter(after, ROWS), counting);
        pages(after -> documents.importedAfter(after, ROWS), counting);
    }

    /// Reads page after page by id until one is not full, or the server stops.
    private void pages(LongFunction<List<StatusDocument>> read, Consumer<Collection<StatusDocument>> sink) {
        long after = 0;
        int size = ROWS;
        while (size == ROWS && !stopping.getAsBoolean()) {
            List<StatusDocument> page = read.apply(after);
            size = page.size();
            if (size > 0) {
                sink.accept(page);
                after = page.getLast().id();
            }
        }
    }

    private static Position position(org.gazouillis.index.Position mark) {
        return new Position(mark.xid(), mark.id());
    }

    private static org.gazouillis.index.Position mark(Position position) {
        return new org.gazouillis.index.Position(position.xid(), position.id());
    }

    @FunctionalInterface
    private interface CountsReader {
        Map<Long, Counts> after(long id, int limit);
    }

    /// Tells searchers how far the building has come.
    private final class Progress {
        private final long total;
        private long done;

        Progress(long total) {
            this.total = total;
        }

        void add(int more) {
            done += more;
            index.markPartial(done, Math.max(done, total));
        }
    }
}
