package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.util.IOUtils;
import org.gazouillis.index.Counts;
import org.gazouillis.index.Facet;
import org.gazouillis.index.Hit;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.OpenSearchSettings;
import org.gazouillis.index.Position;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Sort;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.index.Step;

/// `opensearch`: the same posts, a hundred thousand unless `-Dgazouillis.bench.posts` says otherwise, and the same
/// questions to the embedded engine and to the OpenSearch node at
/// `-Dgazouillis.bench.opensearch=http://127.0.0.1:9200`. Answers are compared before anything is measured. Times are
/// those on the wall: a node works elsewhere.
final class ClusterBench {
    private static final int POSTS = Integer.getInteger("gazouillis.bench.posts", 100_000);
    private static final String NODE = System.getProperty("gazouillis.bench.opensearch", "http://127.0.0.1:9200");
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 200;
    private static final int COUNTED = 20_000;
    private static final Standpoint HERE = Standpoint.of(ZoneOffset.UTC, Instant.EPOCH);
    private static final SearchScope MEMBER = new SearchScope(1, Set.of(1L, 2L, 3L), null);

    private final PrintWriter out;
    private final List<BenchResult> results = new ArrayList<>();

    ClusterBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException {
        var posts = new PostStream(POSTS);
        Path folder = Files.createTempDirectory("gazouillis-cluster");
        var patient = new IndexSettings(128, Duration.ofSeconds(60));
        var place = new OpenSearchSettings(List.of(URI.create(NODE)), "", "", "gazouillis-bench", 1, 0);
        out.printf(Locale.ROOT, "%,d posts; the node is %s%n", posts.count(), NODE);
        try (StatusIndex here = StatusIndex.open(folder, patient);
                StatusIndex there = StatusIndex.connect(place, patient)) {
            there.clear();
            compare("indexing, all posts", write(posts, here), write(posts, there));
            compare("20,000 counts", count(here), count(there));
            questions().forEach((name, question) -> ask(name, question, here, there));
            out.printf(
                    Locale.ROOT,
                    "bytes a post: embedded %d, node %d%n",
                    here.state().bytes() / POSTS,
                    there.state().bytes() / POSTS);
        } finally {
            IOUtils.rm(folder);
        }
        return results;
    }

    private static double write(PostStream posts, StatusIndex index) {
        long begun = System.nanoTime();
        posts.forEach(index::put);
        index.makeVisible();
        index.commit(new Position(1, 1));
        return micros(begun);
    }

    private static double count(StatusIndex index) {
        Map<Long, Counts> counts = new LinkedHashMap<>();
        for (long id = 1; id <= COUNTED; id++) {
            counts.put(id, new Counts((int) (id % 97), (int) (id % 7), 1));
        }
        long begun = System.nanoTime();
        index.count(counts);
        return micros(begun);
    }

    private static Map<String, Function<StatusIndex, Object>> questions() {
        Map<String, Function<StatusIndex, Object>> all = new LinkedHashMap<>();
        all.put("newest 20, word", page("mot28", Sort.NEWEST));
        all.put("newest 20, phrase", page("\"mot1 mot2\"", Sort.NEWEST));
        all.put("newest 20, tag of the last 7 days", page("#sujet8 since:2025-12-25", Sort.NEWEST));
        all.put("newest 20, four clauses", page("(mot28 OR mot30) #sujet1 -mot3 lang:fr", Sort.NEWEST));
        all.put("newest 20, prefix", page("mot2*", Sort.NEWEST));
        all.put("relevance 20, word", page("mot28", Sort.RELEVANCE));
        all.put("engaged 20, word", page("mot28", Sort.MOST_ENGAGED));
        all.put("days of a year, word", index -> index.histogram(selection("mot28"), Step.DAY));
        all.put("days of a year, everything", index -> index.histogram(selection(""), Step.DAY));
        all.put("top 10 of five facets, word", index -> index.facets(selection("mot28"), facets(), 10));
        return all;
    }

    private static Function<StatusIndex, Object> page(String query, Sort sort) {
        return index -> index.search(new SearchRequest(query, MEMBER, sort, 20, null, HERE)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private static Selection selection(String query) {
        return new Selection(query, MEMBER, HERE);
    }

    private static Set<Facet> facets() {
        return EnumSet.of(Facet.HASHTAG, Facet.AUTHOR, Facet.LANGUAGE, Facet.SOURCE, Facet.SITE);
    }

    private void ask(String name, Function<StatusIndex, Object> question, StatusIndex here, StatusIndex there) {
        if (!question.apply(here).equals(question.apply(there))) {
            throw new IllegalStateException(
                    name + " is answered otherwise: " + question.apply(here) + " and " + question.apply(there));
        }
        compare(name, median(question, here), median(question, there));
    }

    private static double median(Function<StatusIndex, Object> question, StatusIndex index) {
        Object answer = question.apply(index);
        for (int round = 0; round < WARM_UP; round++) {
            answer = question.apply(index);
        }
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            Object again = question.apply(index);
            times.add(micros(begun));
            if (!again.equals(answer)) {
                throw new IllegalStateException("The same question is answered otherwise: " + again + " and " + answer);
            }
        }
        times.sort(null);
        return times.get(ROUNDS / 2);
    }

    private static double micros(long begun) {
        return (System.nanoTime() - begun) / 1_000.0;
    }

    private void compare(String name, double here, double there) {
        out.printf(Locale.ROOT, "%s: embedded %,.0f µs, node %,.0f µs%n", name, here, there);
        out.flush();
        results.add(BenchResult.time(name + ", beside the node", here, there, "µs"));
    }
}
