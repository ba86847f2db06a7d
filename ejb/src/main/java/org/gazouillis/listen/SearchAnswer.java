package org.gazouillis.listen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One page of found statuses.
///
/// @param alike of those that say nearly the same as one before them on this page: its id by theirs
/// @param total statuses that match, counted in the index
/// @param totalIsExact false when counting stopped: read `total` as "at least"
/// @param next cursor of the following page, null on the last
/// @param tookMillis time spent, index and database together
/// @param partial set while the index is being built: older statuses may be missing from the answer
/// @param behindSince set while the index cannot be brought up to date, because its disk is full, say: what was said
/// since then may be missing
public record SearchAnswer(
        List<FoundStatus> items,
        Map<Long, Long> alike,
        long total,
        boolean totalIsExact,
        @Nullable String next,
        double tookMillis,
        @Nullable Partial partial,
        @Nullable Instant behindSince) {
    public SearchAnswer {
        items = List.copyOf(items);
        alike = Map.copyOf(alike);
    }

    /// How far the index has come: `done` of `total` statuses; both 0 when it could not be opened yet.
    public record Partial(long done, long total) {}

    static SearchAnswer nothingYet(@Nullable Instant behindSince) {
        return new SearchAnswer(List.of(), Map.of(), 0, false, null, 0, new Partial(0, 0), behindSince);
    }
}
