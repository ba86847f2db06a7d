package org.gazouillis.index.search;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Matches in their order, as it was when the first page was asked for.
///
/// @param found in the order of [Found]
/// @param rest after which, newest first, those follow that are in no order of relevance; null when none do
/// @param ahead ids among `found` that would come again in that rest
/// @param total matches in all
public record Ranking(List<Found> found, @Nullable Found rest, Set<Long> ahead, long total, boolean totalIsExact) {

    /// What follows a match that stood in this order, or in one that was much like it.
    List<Found> after(Found last) {
        int at = Collections.binarySearch(found, last);
        return found.subList(at < 0 ? -at - 1 : at + 1, found.size());
    }
}
