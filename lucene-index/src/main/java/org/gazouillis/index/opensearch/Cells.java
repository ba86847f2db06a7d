package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Counts matches by a value that they have, all of its values, a page of them at a time: exact on any number of
/// shards.
final class Cells {

    private static final int PAGE = 10_000;
    private static final String CELLS = "cells";
    private static final String VALUE = "value";

    private Cells() {}

    /// @param source what parts the matches, `terms` or `histogram`
    /// @param each is given a bucket: its [#value], and its `doc_count`
    static void each(Inquiry inquiry, Map<String, Object> source, Consumer<JsonNode> each) {
        Map<String, Object> composite = new HashMap<>();
        composite.put("size", PAGE);
        composite.put("sources", List.of(Map.of(VALUE, source)));
        int read = PAGE;
        while (read == PAGE) {
            Map<String, Object> counting = Map.of(CELLS, Map.of("composite", Map.copyOf(composite)));
            JsonNode cells = inquiry.ask(Map.of("size", 0, "track_total_hits", false, "aggs", counting))
                    .path("aggregations")
                    .path(CELLS);
            cells.path("buckets").forEach(each);
            read = cells.path("buckets").size();
            composite.put("after", cells.path("after_key"));
        }
    }

    static JsonNode value(JsonNode bucket) {
        return bucket.path("key").path(VALUE);
    }
}
