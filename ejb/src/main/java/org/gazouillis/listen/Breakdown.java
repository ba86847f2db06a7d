package org.gazouillis.listen;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What a search finds, counted exactly.
///
/// @param total all that match
/// @param zone in which the bars begin
/// @param bars oldest first, without empty ones
/// @param facets the most frequent values of each, most frequent first
/// @param whole false while the index is being built: then there may be more
public record Breakdown(
        long total, SearchStep step, ZoneId zone, List<Bar> bars, Map<SearchFacet, List<Value>> facets, boolean whole) {
    public Breakdown {
        bars = List.copyOf(bars);
        facets = Map.copyOf(facets);
    }

    static Breakdown nothingYet(ZoneId zone) {
        return new Breakdown(0, SearchStep.DAY, zone, List.of(), Map.of(), false);
    }

    /// One hour, day or week.
    public record Bar(Instant from, long count) {}

    /// One value of a facet.
    ///
    /// @param name `spring`, `marie`, `fr`, a brand's handle, a campaign's name
    /// @param term what asks for it in a query
    public record Value(String name, String term, long count) {}
}
