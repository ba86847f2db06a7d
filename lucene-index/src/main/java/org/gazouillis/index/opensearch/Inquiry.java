package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.SearchTookTooLong;
import org.gazouillis.index.Selection;
import org.gazouillis.index.document.Fields;

/// All that is asked of a cluster for one selection, within one time limit. The scope is a filter beside the query:
/// what it does not show is in no answer.
///
/// Each shard gives up at the limit. In waiting and working together it may take ten times as long.
final class Inquiry {

    private static final int PATIENCE = 10;

    private final Cluster cluster;
    private final String path;
    private final Duration limit;
    private final Map<String, Object> query;
    private final long startedAt;

    /// @param asked what the query says, as [JsonDialect] has it
    Inquiry(Cluster cluster, String index, Duration limit, Selection selection, Map<String, Object> asked) {
        this.cluster = cluster;
        this.path = "/" + index + "/_search";
        this.limit = limit;
        this.query = within(asked, filters(selection));
        this.startedAt = System.nanoTime();
    }

    /// Of all that a scope may see.
    Inquiry(Cluster cluster, String index, Duration limit, SearchScope scope) {
        this.cluster = cluster;
        this.path = "/" + index + "/_search";
        this.limit = limit;
        this.query = seenBy(scope);
        this.startedAt = System.nanoTime();
    }

    private Inquiry(Inquiry wider, Map<String, Object> filter) {
        this.cluster = wider.cluster;
        this.path = wider.path;
        this.limit = wider.limit;
        this.query = Map.of("bool", Map.of("must", wider.query, "filter", filter));
        this.startedAt = wider.startedAt;
    }

    /// Of fewer matches, within the same time limit.
    Inquiry narrowed(Map<String, Object> filter) {
        return new Inquiry(this, filter);
    }

    private static List<Object> filters(Selection selection) {
        List<Object> filters = new ArrayList<>();
        filters.add(seenBy(selection.scope()));
        Instant since = selection.since();
        Instant before = selection.before();
        if (since != null || before != null) {
            filters.add(new JsonDialect()
                    .created(
                            since == null ? Long.MIN_VALUE : since.toEpochMilli(),
                            before == null ? Long.MAX_VALUE : before.toEpochMilli()));
        }
        return filters;
    }

    private static Map<String, Object> seenBy(SearchScope scope) {
        return scope.onlyBrand() != null
                ? ownedBy(scope)
                : new JsonDialect()
                        .either(List.of(
                                JsonDialect.term(Fields.OPEN, Fields.YES),
                                JsonDialect.owned(scope.workspace(), scope.brands())));
    }

    /// What belongs to a brand of the scope, or to the one brand that it is narrowed to.
    static Map<String, Object> ownedBy(SearchScope scope) {
        Long only = scope.onlyBrand();
        if (only == null) {
            return JsonDialect.owned(scope.workspace(), scope.brands());
        }
        return scope.brands().contains(only)
                ? JsonDialect.term(Fields.OWNER, Fields.owner(scope.workspace(), only))
                : JsonDialect.NOTHING;
    }

    /// Limits in time that are required at the top become filters, which do not score: so it is in Lucene's search.
    private static Map<String, Object> within(Map<String, Object> asked, List<Object> filters) {
        List<Object> wanted = new ArrayList<>();
        Object unwanted = List.of();
        if (asked.get("bool") instanceof Map<?, ?> all && all.get("must") instanceof List<?> must) {
            must.forEach(each -> (isLimit(each) ? filters : wanted).add(each));
            unwanted = Objects.requireNonNull(all.get("must_not"));
        } else {
            (isLimit(asked) ? filters : wanted).add(asked);
        }
        if (wanted.isEmpty() && unwanted.equals(List.of())) {
            wanted.add(JsonDialect.EVERYTHING);
        }
        return Map.of("bool", Map.of("must", wanted, "must_not", unwanted, "filter", filters));
    }

    @SuppressWarnings("unchecked")
    private static boolean isLimit(Object query) {
        return JsonDialect.isCreated((Map<String, Object>) query);
    }

    JsonNode ask(Map<String, ?> request) {
        return ask(request, Map.of());
    }

    /// @param request what is wanted of the matches
    /// @throws SearchTookTooLong at the time limit
    JsonNode ask(Map<String, ?> request, Map<String, String> parameters) {
        Map<String, Object> body = new HashMap<>(request);
        body.put("query", query);
        body.put("timeout", Math.max(1, limit.toMillis()) + "ms");
        body.put("_source", false);
        JsonNode answer = answer(body, parameters);
        if (answer.path("timed_out").asBoolean() || left().isNegative()) {
            throw new SearchTookTooLong(limit);
        }
        JsonNode failure = answer.path("_shards").path("failures").path(0);
        if (!failure.isMissingNode()) {
            throw cluster.unusable(
                    "is not whole: " + failure.path("reason").path("reason").asText(), false, null);
        }
        return answer;
    }

    private JsonNode answer(Map<String, Object> body, Map<String, String> parameters) {
        try {
            return cluster.search(path, parameters, body, left());
        } catch (TimeoutException silent) {
            var fact = new SearchTookTooLong(limit);
            fact.initCause(silent);
            throw fact;
        }
    }

    private Duration left() {
        return limit.multipliedBy(PATIENCE).minusNanos(System.nanoTime() - startedAt);
    }
}
