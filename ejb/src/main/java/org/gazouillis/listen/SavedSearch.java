package org.gazouillis.listen;

import java.time.Instant;
import org.gazouillis.kernel.SavedSearchId;
import org.jspecify.annotations.Nullable;

/// A search that was kept, as one of its readers sees it. What it finds is up to the reader, not to who made it.
///
/// @param only handle of the one brand whose statuses it looks at; null for everybody's
/// @param sharedWith handle of the brand whose members see it; null when it is private
/// @param maker name of who made it
/// @param changeable whether the reader may change and remove it
/// @param watched whether the reader is told of new posts
public record SavedSearch(
        SavedSearchId id,
        String name,
        String query,
        @Nullable String only,
        SearchOrder order,
        @Nullable String sharedWith,
        String maker,
        boolean mine,
        boolean changeable,
        boolean watched,
        Instant changedAt) {
    /// Its first page, for the reader.
    public SearchQuestion question(int limit, @Nullable String cursor) {
        return new SearchQuestion(query, only, order, limit, cursor);
    }
}
