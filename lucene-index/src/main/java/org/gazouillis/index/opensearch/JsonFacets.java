package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.gazouillis.index.Facet;
import org.gazouillis.index.FacetCount;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.search.FacetFields;

/// Counts the values of facets, exactly. A shard tells its most frequent values only, so that a value that is seldom in
/// each of several shards may be missed: where the cluster says that this may be so, all values are read instead.
final class JsonFacets {

    /// How many values each shard tells at first.
    static final int TOLD = 2_000;

    /// The longest beginning that a cluster takes as an expression.
    private static final int LONGEST = 250;

    private static final String OWNED = "owned";
    private static final Comparator<FacetCount> MOST_FIRST =
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);

    private final Inquiry inquiry;
    private final SearchScope scope;
    private final int top;
    private final String beginning;

    /// @param beginning of the values that are wanted; empty for all
    JsonFacets(Inquiry inquiry, SearchScope scope, int top, String beginning) {
        this.inquiry = inquiry;
        this.scope = scope;
        this.top = top;
        this.beginning = beginning;
    }

    Map<Facet, List<FacetCount>> count(Set<Facet> facets) {
        Map<String, Object> everybodys = new HashMap<>();
        Map<String, Object> owned = new HashMap<>();
        for (Facet facet : facets) {
            (FacetFields.isOwned(facet) ? owned : everybodys).put(facet.name(), frequent(facet));
        }
        everybodys.put(OWNED, ours(owned));
        JsonNode answer = inquiry.ask(wanted(everybodys)).path("aggregations");
        Map<Facet, List<FacetCount>> counted = new EnumMap<>(Facet.class);
        for (Facet facet : facets) {
            JsonNode values = (FacetFields.isOwned(facet) ? answer.path(OWNED) : answer).path(facet.name());
            boolean exact = beginning.length() <= LONGEST
                    && values.path("doc_count_error_upper_bound").asLong() == 0;
            counted.put(facet, exact ? values(facet, values) : all(facet));
        }
        return counted;
    }

    /// Whose they are is told only to those whose they are.
    private Map<String, Object> ours(Map<String, Object> counting) {
        return Map.of("filter", Inquiry.ownedBy(scope), "aggs", counting);
    }

    private static Map<String, Object> wanted(Map<String, Object> counting) {
        return Map.of("size", 0, "track_total_hits", false, "aggs", counting);
    }

    private Map<String, Object> frequent(Facet facet) {
        Map<String, Object> terms = new HashMap<>();
        terms.put("field", FacetFields.of(facet));
        terms.put("size", top);
        terms.put("shard_size", Math.max(top, TOLD));
        terms.put("order", List.of(Map.of("_count", "desc"), Map.of("_key", "asc")));
        if (!beginning.isEmpty() && beginning.length() <= LONGEST) {
            terms.put("include", literally(beginning) + ".*");
        }
        return Map.of("terms", terms);
    }

    /// As a regular expression of Lucene's, which gives a meaning to many signs, but not to letters and digits.
    private static String literally(String letters) {
        var expression = new StringBuilder();
        letters.codePoints().forEach(sign -> {
            if (!Character.isLetterOrDigit(sign)) {
                expression.append('\\');
            }
            expression.appendCodePoint(sign);
        });
        return expression.toString();
    }

    private static List<FacetCount> values(Facet facet, JsonNode values) {
        List<FacetCount> counts = new ArrayList<>();
        values.path("buckets")
                .forEach(bucket -> counts.add(value(
                        facet,
                        bucket.path("key").asText(),
                        bucket.path("doc_count").asLong())));
        counts.sort(MOST_FIRST);
        return counts;
    }

    /// Page by page, and keeps the most frequent.
    private List<FacetCount> all(Facet facet) {
        var best = new PriorityQueue<>(MOST_FIRST.reversed());
        Consumer<JsonNode> keep = bucket -> {
            String term = Cells.value(bucket).asText();
            if (term.startsWith(beginning)) {
                best.add(value(facet, term, bucket.path("doc_count").asLong()));
            }
            if (best.size() > top) {
                best.poll();
            }
        };
        Inquiry asked = FacetFields.isOwned(facet) ? inquiry.narrowed(Inquiry.ownedBy(scope)) : inquiry;
        Cells.each(asked, Map.of("terms", Map.of("field", FacetFields.of(facet))), keep);
        return best.stream().sorted(MOST_FIRST).toList();
    }

    private static FacetCount value(Facet facet, String term, long count) {
        return new FacetCount(facet == Facet.BRAND ? Fields.brandOf(term) : term, count);
    }
}
