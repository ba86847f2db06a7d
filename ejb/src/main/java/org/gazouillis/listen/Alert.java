package org.gazouillis.listen;

import java.time.Instant;
import org.gazouillis.kernel.AlertId;
import org.gazouillis.kernel.SavedSearchId;
import org.jspecify.annotations.Nullable;

/// That a member watches a saved search, and how they want to be told.
///
/// @param name of the search, so are `query` and `only`
/// @param seen how many posts, or hours, it has seen within the time that history is kept
/// @param lastSeenAt null when it has seen none
public record Alert(
        AlertId id,
        SavedSearchId search,
        String name,
        String query,
        @Nullable String only,
        Kind kind,
        AlertWish wish,
        long seen,
        @Nullable Instant lastSeenAt) {
    /// What is waited for.
    public enum Kind {
        /// Each new post that matches.
        MATCH,
        /// An hour with many more than is usual.
        VOLUME
    }
}
