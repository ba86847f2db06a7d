package org.gazouillis.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hits of one page.
///
/// @param total how many statuses match, as counted on the first page
/// @param totalIsExact false when counting stopped: then read `total` as "at least"
/// @param next cursor of the following page, `null` on the last one. Opaque and safe in a URL
/// @param tookMicros microseconds within the index
public record SearchPage(
        List<Hit> hits,
        long total,
        boolean totalIsExact,
        @Nullable String next,
        long tookMicros) {

    public SearchPage {
        hits = List.copyOf(hits);
    }
}
