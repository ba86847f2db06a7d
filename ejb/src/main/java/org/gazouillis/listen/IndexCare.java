package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.StatusIndex;
import org.jdbi.v3.core.Jdbi;

/// What whoever runs the server can do with this node's search index: look at it, have it built anew beside the one
/// that serves, and hold it against the database.
@ApplicationScoped
public class IndexCare {
    private static final int PAGE = 10_000;
    /// As many ids as are named of those that are missing.
    private static final int NAMED = 20;

    private StatusIndexer indexer;
    private StatusDocuments documents;

    @Inject
    public IndexCare(StatusIndexer indexer, StatusDocuments documents) {
        this.indexer = indexer;
        this.documents = documents;
    }

    @SuppressWarnings("NullAway.Init")
    IndexCare() {}

    /// Without the server around it, for tools and benches.
    public static IndexCare over(StatusIndexer indexer, Jdbi worker) {
        return new IndexCare(indexer, new StatusDocuments(worker));
    }

    /// Empty while it cannot be opened.
    public Optional<Look> look() {
        return indexer.state().map(Look::of);
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
    /// @return empty while it cannot be opened
    public Optional<Check> verify() {
        return indexer.ask(this::verify);
    }

    private Check verify(StatusIndex index) {
        Set<Long> missing = new TreeSet<>();
        long own = walk(after -> documents.ownIdsAfter(after, PAGE), index, missing);
        long imported = walk(after -> documents.importedIdsAfter(after, PAGE), index, missing);
        // What came or went while this was reading is no fault.
        Set<Long> still = index.missing(documents.existing(missing));
        return new Check(
                own + imported,
                index.count(),
                still.size(),
                still.stream().limit(NAMED).toList());
    }

    private static long walk(LongFunction<List<Long>> read, StatusIndex index, Collection<Long> missing) {
        long count = 0;
        long after = 0;
        int size = PAGE;
        while (size == PAGE) {
            List<Long> ids = read.apply(after);
            size = ids.size();
            if (size > 0) {
                missing.addAll(index.missing(ids));
                after = ids.getLast();
                count += size;
            }
        }
        return count;
    }

    /// How the index stands.
    ///
    /// @param bytes on disk
    /// @param partial whether statuses are missing: then `done` of `total` can be found
    /// @param origin how it was found when it was opened
    /// @param note what was wrong with it then; empty when nothing was
    public record Look(long documents, long bytes, boolean partial, long done, long total, String origin, String note) {
        static Look of(IndexState state) {
            return new Look(
                    state.documents(),
                    state.bytes(),
                    state.partial(),
                    state.done(),
                    state.total(),
                    state.origin().name(),
                    Optional.ofNullable(state.note()).orElse(""));
        }
    }

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
