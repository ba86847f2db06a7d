package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.gazouillis.index.StatusIndex;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What whoever runs the server can do with this node's search index: look at it, have it built anew beside the one
/// that serves, and hold it against the database.
@ApplicationScoped
public class IndexCare {
    private static final int PAGE = 10_000;
    /// As many ids as are named of those that are missing.
    private static final int NAMED = 20;

    private final AtomicReference<@Nullable Checking> checking = new AtomicReference<>();
    private StatusIndexer indexer;
    private StatusDocuments documents;
    private Clock clock;
    private volatile @Nullable Checked checked;

    @Inject
    public IndexCare(StatusIndexer indexer, StatusDocuments documents, Clock clock) {
        this.indexer = indexer;
        this.documents = documents;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    IndexCare() {}

    /// Without the server around it, for tools and benches.
    public static IndexCare over(StatusIndexer indexer, Jdbi worker) {
        return new IndexCare(indexer, new StatusDocuments(worker), Clock.systemUTC());
    }

    /// Empty while it cannot be opened, or its cluster does not answer.
    public Optional<IndexLook> look() {
        return indexer.ask(index -> IndexLook.of(index.state(), index.files(), indexer.feeding(index)));
    }

    /// The last whole check since the server began.
    public Optional<Checked> lastCheck() {
        return Optional.ofNullable(checked);
    }

    /// How far the check at hand has come; empty while there is none.
    public Optional<Progress> checking() {
        return Optional.ofNullable(checking.get()).map(Checking::progress);
    }

    /// Whether this node feeds the index, so that it can build it anew: it is open, and no other node feeds it for all.
    public boolean isFedHere() {
        return indexer.isFeeding();
    }

    /// Begins at the feeder's next round; searches are answered from the present index until the new one is complete.
    ///
    /// @return false when this node does not feed the index: it is not open yet, or another node feeds it for all
    public boolean rebuild() {
        indexer.distrust();
        return indexer.isFeeding();
    }

    /// Looks for every status of the database in the index. Reads ids only: about a second for a million.
    ///
    /// @return empty while it cannot be opened, or its cluster does not answer
    /// @throws IndexCheckRunning when somebody else's is not over yet
    public Optional<Check> verify() {
        return indexer.ask(this::verify);
    }

    private Check verify(StatusIndex index) {
        Checking mine = new Checking(index, documents.total());
        if (!checking.compareAndSet(null, mine)) {
            throw new IndexCheckRunning();
        }
        try {
            Check check = mine.check();
            checked = new Checked(clock.instant(), check);
            return check;
        } finally {
            checking.set(null);
        }
    }

    /// One check. Others may ask meanwhile how far it has come.
    private final class Checking {
        private final StatusIndex index;
        private final long total;
        private final Set<Long> missing = new TreeSet<>();
        private final AtomicLong seen = new AtomicLong();

        Checking(StatusIndex index, long total) {
            this.index = index;
            this.total = total;
        }

        Progress progress() {
            return new Progress(Math.min(seen.get(), total), total);
        }

        Check check() {
            walk(after -> documents.ownIdsAfter(after, PAGE));
            walk(after -> documents.importedIdsAfter(after, PAGE));
            // What came or went while this was reading is no fault.
            Set<Long> still = index.missing(documents.existing(missing));
            return new Check(
                    seen.get(),
                    index.count(),
                    still.size(),
                    still.stream().limit(NAMED).toList());
        }

        private void walk(LongFunction<List<Long>> read) {
            long after = 0;
            int size = PAGE;
            while (size == PAGE) {
                List<Long> ids = read.apply(after);
                size = ids.size();
                if (size > 0) {
                    missing.addAll(index.missing(ids));
                    after = ids.getLast();
                    seen.addAndGet(size);
                }
            }
        }
    }

    /// `done` of `total` statuses.
    public record Progress(long done, long total) {}

    /// A check, and when it was over.
    public record Checked(Instant at, Check check) {}

    /// What was found.
    ///
    /// @param database statuses that should be found
    /// @param index statuses that can be found; some more than the database's while statuses come and go
    /// @param missing how many of the database's cannot be found
    /// @param named ids of the first of them
    public record Check(long database, long index, long missing, List<Long> named) {
        public Check {
            named = List.copyOf(named);
        }
    }
}
