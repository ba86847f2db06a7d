package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.search.Found;
import org.gazouillis.index.search.Likeness;
import org.gazouillis.index.search.Matches;
import org.gazouillis.index.search.Ranking;

/// The matches of one inquiry.
record JsonMatches(Inquiry inquiry) implements Matches {

    private static final String SCORE = "_score";
    private static final List<Object> NEWEST_FIRST = List.of(falling(Fields.CREATED), falling(Fields.ID));

    /// Scores of all shards are reckoned by what all shards hold.
    static final Map<String, String> COMPARABLE = Map.of("search_type", "dfs_query_then_fetch");

    @Override
    public Newer newest(int wanted, int counted, Found after) {
        Map<String, Object> request = new HashMap<>();
        request.put("size", wanted);
        request.put("sort", NEWEST_FIRST);
        request.put("track_total_hits", counted == 0 ? (Object) false : counted + 1);
        if (!after.equals(Found.NOTHING_YET)) {
            request.put("search_after", List.of(after.created(), after.id()));
        }
        JsonNode hits = inquiry.ask(request).path("hits");
        List<Found> found = new ArrayList<>(wanted);
        hits.path("hits").forEach(hit -> found.add(found(hit, 0, 0)));
        return newer(found, counted, hits);
    }

    private static Newer newer(List<Found> found, int counted, JsonNode hits) {
        long total = total(hits);
        return new Newer(found, Math.min(total, counted), counted == 0 || total <= counted);
    }

    static long total(JsonNode hits) {
        return hits.path("total").path("value").asLong();
    }

    @Override
    public Ranking mostAlike() throws IOException {
        Map<Long, Long> engagement = new HashMap<>();
        List<Object> sort = with(NEWEST_FIRST, falling(JsonDocuments.ENGAGEMENT));
        JsonNode hits = alike(sort, Likeness.CANDIDATES + 1);
        Newer newest = newer(scored(hits, 0, engagement), Likeness.CANDIDATES, hits);
        List<Found> older = newest.countedAll() ? List.of() : older(newest.found(), sort, engagement);
        return Likeness.rank(newest, older, match -> engagement.getOrDefault(match.id(), 0L));
    }

    private List<Found> older(List<Found> newest, List<Object> sort, Map<Long, Long> engagement) {
        Set<Long> known = newest.stream().map(Found::id).collect(Collectors.toSet());
        List<Object> byScore = new ArrayList<>(List.of(SCORE));
        byScore.addAll(sort);
        List<Found> best = scored(alike(byScore, false), 1, engagement);
        return best.stream().filter(match -> !known.contains(match.id())).toList();
    }

    private JsonNode alike(List<Object> sort, Object counted) {
        Map<String, Object> request =
                Map.of("size", Likeness.CANDIDATES, "sort", sort, "track_scores", true, "track_total_hits", counted);
        return inquiry.ask(request, COMPARABLE).path("hits");
    }

    /// @param at where the time of creation stands among the values by which hits are sorted
    private static List<Found> scored(JsonNode hits, int at, Map<Long, Long> engagement) {
        List<Found> found = new ArrayList<>();
        for (JsonNode hit : hits.path("hits")) {
            float score = (float) hit.path(SCORE).asDouble();
            Found match = found(hit, at, NumericUtils.floatToSortableInt(score));
            engagement.put(match.id(), hit.path("sort").path(at + 2).asLong());
            found.add(match);
        }
        return found;
    }

    @Override
    public Ranking mostEngaged(int wanted, Found after) {
        Map<String, Object> request = new HashMap<>();
        request.put("size", wanted + 1);
        List<Object> sort = new ArrayList<>(List.of(falling(JsonDocuments.ENGAGEMENT)));
        sort.addAll(NEWEST_FIRST);
        request.put("sort", sort);
        request.put("track_total_hits", true);
        if (!after.equals(Found.NOTHING_YET)) {
            request.put("search_after", List.of(after.key(), after.created(), after.id()));
        }
        JsonNode hits = inquiry.ask(request).path("hits");
        List<Found> found = new ArrayList<>(wanted + 1);
        hits.path("hits")
                .forEach(hit -> found.add(found(hit, 1, hit.path("sort").path(0).asLong())));
        boolean more = found.size() > wanted;
        List<Found> best = more ? found.subList(0, wanted) : found;
        return new Ranking(best, more ? best.getLast() : null, Set.of(), total(hits), true);
    }

    private static Found found(JsonNode hit, int at, long key) {
        JsonNode sort = hit.path("sort");
        return new Found(-1, key, sort.path(at).asLong(), sort.path(at + 1).asLong());
    }

    static Object falling(String field) {
        return Map.of(field, "desc");
    }

    private static List<Object> with(List<Object> some, Object last) {
        var all = new ArrayList<>(some);
        all.add(last);
        return all;
    }
}
