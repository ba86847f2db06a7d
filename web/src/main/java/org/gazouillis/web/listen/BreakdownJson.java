package org.gazouillis.web.listen;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.listen.Breakdown;
import org.gazouillis.listen.SearchFacet;

/// What a search finds, counted exactly.
///
/// @param step width of a bar: `hour`, `day` or `week`
/// @param zone in which bars begin
/// @param bars oldest first, without empty ones
/// @param facets most frequent values first
/// @param whole false while the index is being built: then there may be more
public record BreakdownJson(
        long total, String step, String zone, List<BarJson> bars, List<FacetJson> facets, boolean whole) {
    public BreakdownJson {
        bars = List.copyOf(bars);
        facets = List.copyOf(facets);
    }

    /// @param from when the hour, day or week begins
    public record BarJson(OffsetDateTime from, long count) {}

    /// @param facet `hashtag`, `author`, `language`, `source`, `brand`, `campaign` or `site`
    public record FacetJson(String facet, List<ValueJson> values) {
        public FacetJson {
            values = List.copyOf(values);
        }
    }

    /// @param term what asks for it in a query
    public record ValueJson(String name, String term, long count) {}

    static BreakdownJson of(Breakdown breakdown) {
        return new BreakdownJson(
                breakdown.total(),
                breakdown.step().word(),
                breakdown.zone().getId(),
                breakdown.bars().stream()
                        .map(bar ->
                                new BarJson(bar.from().atZone(breakdown.zone()).toOffsetDateTime(), bar.count()))
                        .toList(),
                Arrays.stream(SearchFacet.values())
                        .map(facet -> facet(facet, breakdown))
                        .toList(),
                breakdown.whole());
    }

    private static FacetJson facet(SearchFacet facet, Breakdown breakdown) {
        return new FacetJson(
                facet.word(),
                breakdown.facets().getOrDefault(facet, List.of()).stream()
                        .map(value -> new ValueJson(value.name(), value.term(), value.count()))
                        .toList());
    }
}
