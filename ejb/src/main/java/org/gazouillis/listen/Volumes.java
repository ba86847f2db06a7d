package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.gazouillis.index.QuarterRequest;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.SearchTookTooLong;
import org.gazouillis.index.StatusIndex;

/// Counts what searches find, hour by hour, in this node's index.
@ApplicationScoped
class Volumes {
    private StatusIndexer indexer;

    @Inject
    Volumes(StatusIndexer indexer) {
        this.indexer = indexer;
    }

    @SuppressWarnings("NullAway.Init")
    Volumes() {}

    /// Whether the index holds everything: while it is being built, counts would be too low.
    boolean isWhole() {
        return indexer.state().filter(state -> !state.partial()).isPresent();
    }

    /// The hours from `first` until `until` and eight weeks before; empty while there is no index.
    ///
    /// @param queryZone in which the query names days
    /// @param zone whose hours are counted
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchTooBroad when counting takes too long
    Optional<HourSeries> series(
            String query, SearchScope scope, ZoneId queryZone, ZoneId zone, Instant first, Instant until) {
        Instant from = HourSeries.fromFor(first, zone);
        QuarterRequest request =
                new QuarterRequest(query, scope, queryZone, from, HourSeries.quartersUntil(from, until));
        return indexer.index().map(index -> new HourSeries(from, count(index, request), zone));
    }

    private static int[] count(StatusIndex index, QuarterRequest request) {
        try {
            return index.countQuarters(request);
        } catch (QuerySyntaxException syntax) {
            throw new QueryNotUnderstood(syntax);
        } catch (SearchTookTooLong tooLong) {
            throw new SearchTooBroad(tooLong);
        }
    }
}
