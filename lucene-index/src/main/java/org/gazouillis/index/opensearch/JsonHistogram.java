package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gazouillis.index.Bar;
import org.gazouillis.index.Step;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.search.Edges;

/// Counts by quarter, hour, day or week. The cluster counts by a grid that is the same all over the world, fine enough
/// that all bars of the zone begin on it, and we add up: so bars are ours, also over clock changes and in zones off the
/// hour.
final class JsonHistogram {

    private static final Duration FINEST = Duration.ofSeconds(1);
    private static final List<Duration> GRIDS =
            List.of(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofMinutes(1));

    /// A week may begin so long before its first status.
    private static final Duration BEFORE = Duration.ofDays(9);

    private JsonHistogram() {}

    static List<Bar> count(Inquiry inquiry, ZoneId zone, Step step) {
        JsonNode ends = inquiry.ask(Map.of(
                        "size", 0, "track_total_hits", false, "aggs", Map.of("first", end("min"), "last", end("max"))))
                .path("aggregations");
        if (!ends.path("first").path("value").isNumber()) {
            return List.of();
        }
        Duration grid = step == Step.QUARTER
                ? Duration.ofMinutes(15)
                : grid(zone.getRules(), instant(ends.path("first")).minus(BEFORE), instant(ends.path("last")));
        return bars(inquiry, grid, new Edges(zone, step));
    }

    private static Map<String, Object> end(String which) {
        return Map.of(which, Map.of("field", Fields.CREATED));
    }

    private static Instant instant(JsonNode end) {
        return Instant.ofEpochMilli(end.path("value").asLong());
    }

    /// The coarsest on which hours begin, and clocks change, all the time.
    private static Duration grid(ZoneRules rules, Instant from, Instant to) {
        return GRIDS.stream()
                .filter(grid -> fits(grid.toSeconds(), rules, from, to))
                .findFirst()
                .orElse(FINEST);
    }

    private static boolean fits(long seconds, ZoneRules rules, Instant from, Instant to) {
        boolean fits = rules.getOffset(from).getTotalSeconds() % seconds == 0;
        ZoneOffsetTransition change = rules.nextTransition(from);
        while (fits && change != null && change.getInstant().isBefore(to)) {
            fits = change.getOffsetAfter().getTotalSeconds() % seconds == 0 && change.toEpochSecond() % seconds == 0;
            change = rules.nextTransition(change.getInstant());
        }
        return fits;
    }

    private static List<Bar> bars(Inquiry inquiry, Duration grid, Edges edges) {
        var counts = new TreeMap<Long, Long>();
        Cells.each(
                inquiry,
                Map.of("histogram", Map.of("field", Fields.CREATED, "interval", grid.toMillis())),
                cell -> counts.merge(
                        edges.before(Cells.value(cell).asLong()),
                        cell.path("doc_count").asLong(),
                        Long::sum));
        List<Bar> bars = new ArrayList<>(counts.size());
        counts.forEach((from, count) -> bars.add(new Bar(Instant.ofEpochMilli(from), count)));
        return bars;
    }
}
