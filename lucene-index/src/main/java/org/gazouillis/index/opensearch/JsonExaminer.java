package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.Counts;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.search.Dialect;
import org.gazouillis.index.search.Examined;
import org.gazouillis.index.search.Examiner;
import org.gazouillis.index.search.Found;
import org.gazouillis.index.search.Matches;

/// One status of a cluster. All that is to be known of it is asked at once: the search narrowed to it finds it or does
/// not, and each part of the query counts one or none.
///
/// @param search makes an inquiry of the whole search, whose time limit begins then
record JsonExaminer(Supplier<Inquiry> search, long id) implements Examiner<Map<String, Object>> {

    private static final String PARTS = "parts";
    private static final List<Object> WHAT_IT_HAS = List.of(
            JsonMatches.falling(Fields.CREATED),
            JsonMatches.falling(JsonDialect.LIKES),
            JsonMatches.falling(JsonDialect.REPOSTS),
            JsonMatches.falling(JsonDialect.REPLIES));

    @Override
    public Dialect<Map<String, Object>> dialect() {
        return new JsonDialect();
    }

    @Override
    public Optional<Examined<Map<String, Object>>> examine(Collection<Map<String, Object>> parts) {
        Map<String, Object> request = Map.of(
                "size",
                1,
                "sort",
                WHAT_IT_HAS,
                "track_scores",
                true,
                "aggs",
                Map.of(PARTS, Map.of("filters", Map.of("filters", parts))));
        JsonNode answer = search.get().narrowed(itself()).ask(request, JsonMatches.COMPARABLE);
        JsonNode hit = answer.path("hits").path("hits").path(0);
        return hit.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Examined<>(
                        found(hit), counts(hit.path("sort")), answered(parts, answer.path("aggregations"))));
    }

    private Map<String, Object> itself() {
        return Map.of("ids", Map.of("values", List.of(Long.toString(id))));
    }

    private Found found(JsonNode hit) {
        int score = NumericUtils.floatToSortableInt((float) hit.path("_score").asDouble());
        return new Found(-1, score, hit.path("sort").path(0).asLong(), id);
    }

    private static Counts counts(JsonNode sort) {
        return new Counts(
                sort.path(1).asInt(), sort.path(2).asInt(), sort.path(3).asInt());
    }

    private static Set<Map<String, Object>> answered(Collection<Map<String, Object>> parts, JsonNode counted) {
        List<Map<String, Object>> asked = new ArrayList<>(parts);
        Set<Map<String, Object>> answered = new HashSet<>();
        JsonNode buckets = counted.path(PARTS).path("buckets");
        for (int part = 0; part < asked.size(); part++) {
            if (buckets.path(part).path("doc_count").asLong() > 0) {
                answered.add(asked.get(part));
            }
        }
        return answered;
    }

    @Override
    public long newerThan(Found found) {
        var dialect = new JsonDialect();
        Map<String, Object> later = dialect.created(found.created() + 1, Long.MAX_VALUE);
        Map<String, Object> together = dialect.all(
                List.of(
                        dialect.created(found.created(), found.created() + 1),
                        dialect.ids(found.id() + 1, Long.MAX_VALUE)),
                List.of());
        return JsonMatches.total(search.get()
                .narrowed(dialect.either(List.of(later, together)))
                .ask(Map.of("size", 0, "track_total_hits", true))
                .path("hits"));
    }

    @Override
    public Matches matches() {
        return new JsonMatches(search.get());
    }
}
