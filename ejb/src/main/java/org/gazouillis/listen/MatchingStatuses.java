package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.index.Hit;
import org.gazouillis.index.Selection;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.security.BrandNotFound;

/// All statuses of a brand that a query finds, as ids: for rooms that narrow what they count by a search.
@ApplicationScoped
public class MatchingStatuses {
    private StatusIndexer indexer;
    private Asker asker;

    @Inject
    public MatchingStatuses(StatusIndexer indexer, Asker asker) {
        this.indexer = indexer;
        this.asker = asker;
    }

    @SuppressWarnings("NullAway.Init")
    MatchingStatuses() {}

    /// What was found.
    ///
    /// @param more whether there are more than were asked for
    /// @param whole false while the index is being built or cannot be asked: some may be missing
    public record Found(Set<Long> ids, boolean more, boolean whole) {
        public Found {
            ids = Set.copyOf(ids);
        }
    }

    /// Never within a transaction. The newest first; the brand stands outside the query, which cannot widen it.
    ///
    /// @param brand its handle
    /// @param most how many ids are wanted at most
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchTooBroad when the search takes too long
    /// @throws BrandNotFound when the brand does not exist or is not visible
    public Found of(String query, String brand, int most) {
        Asker.Eyes eyes = asker.about(brand, query);
        return indexer.ask(index -> gather(index, query, eyes, most))
                .orElseGet(() -> new Found(Set.of(), false, false));
    }

    private static Found gather(StatusIndex index, String query, Asker.Eyes eyes, int most) {
        NewestHits newest = NewestHits.of(index, new Selection(query, eyes.scope(), eyes.standpoint()), most + 1);
        Set<Long> ids = newest.hits().stream().map(Hit::id).collect(Collectors.toSet());
        boolean more = ids.size() > most || !newest.whole();
        return new Found(ids, more, !index.state().partial());
    }
}
