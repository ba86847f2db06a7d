package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IOUtils;
import org.gazouillis.index.Counts;
import org.gazouillis.index.Facet;
import org.gazouillis.index.FacetCount;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Sort;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.index.Step;

/// `search`: searching and counting on a year of posts, a million unless `-Dgazouillis.bench.posts` says otherwise, by
/// the whole way of `StatusIndex` (grammar, circle of readers, hits as records) beside two plain ways of bare Lucene in
/// the same process: `L` in order of arrival, `S` sorted by time.
///
/// `-Dgazouillis.bench.beside=S` leaves `L` out, of which writing and asking take most of the time with many posts.
///
/// Ratios say how many times as quick ours is. Times are those of the thread on the processor.
final class SearchBench {

    private static final int POSTS = Integer.getInteger("gazouillis.bench.posts", 1_000_000);
    private static final boolean BESIDE_L = !"S".equals(System.getProperty("gazouillis.bench.beside"));
    private static final int INCREMENTS = 5_000_000;
    private static final int COUNTED_TOGETHER = 100_000;

    private static final Standpoint HERE = Standpoint.of(ZoneOffset.UTC, Instant.EPOCH);
    private static final SearchScope MEMBER = new SearchScope(1, Set.of(1L, 2L, 3L), null);
    private static final SearchScope BRAND = new SearchScope(1, Set.of(1L, 2L, 3L), 1L);
    private static final String WORD = "mot28";
    private static final String TAG = "sujet8";
    private static final String BRANDS_TAG = "sujet1";
    private static final LocalDate LAST_WEEK = LocalDate.of(2025, 12, 25);

    private final PrintWriter out;
    private final List<BenchResult> results = new ArrayList<>();
    private final Path root;

    SearchBench(PrintWriter out) throws IOException {
        this.out = out;
        this.root = Files.createTempDirectory("gazouillis-search");
    }

    List<BenchResult> run() throws IOException {
        long begun = System.nanoTime();
        var posts = new PostStream(POSTS);
        out.printf(Locale.ROOT, "%,d posts of a year, half of them made of %s%n", posts.count(), posts.origin());
        try (StatusIndex ours = open("ours");
                PlainIndex unsorted =
                        PlainIndex.unsorted(Files.createDirectory(root.resolve("L")), PlainDocuments::whole);
                PlainIndex sorted =
                        PlainIndex.sorted(Files.createDirectory(root.resolve("S")), PlainDocuments::whole)) {
            new SearchWriting(out, posts, BESIDE_L)
                    .run(ours, unsorted, sorted, Files.createDirectory(root.resolve("lean")))
                    .forEach(this::add);
            try (var unsortedReader = unsorted.reader();
                    var sortedReader = sorted.reader()) {
                out.printf(
                        Locale.ROOT,
                        "segments: L %d, S %d; read back %,d%n",
                        unsortedReader.leaves().size(),
                        sortedReader.leaves().size(),
                        ours.count());
                var l = new PlainSearch(unsortedReader, 1, MEMBER.brands());
                var s = new PlainSearch(sortedReader, 1, MEMBER.brands());
                newest(ours, l, s);
                counted(ours, s);
                engaged(ours, s);
                flat(ours);
            }
            results.addAll(new Freshness(out, posts, ours).run());
        } finally {
            IOUtils.rm(root);
        }
        out.printf(
                Locale.ROOT,
                "took %d s%n",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        return results;
    }

    private StatusIndex open(String name) {
        return StatusIndex.open(root.resolve(name), new IndexSettings(128, Duration.ofSeconds(60)));
    }

    private void newest(StatusIndex ours, PlainSearch l, PlainSearch s) throws IOException {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("word", WORD);
        asked.put("phrase", "\"mot3 mot5\"");
        asked.put("tag of the last 7 days", "#" + TAG + " since:" + LAST_WEEK);
        Map<String, Query> plain = Map.of(
                "word", s.visible(PlainSearch.keyword("text", WORD)),
                "phrase", s.visible(PlainSearch.phrase("mot3", "mot5")),
                "tag of the last 7 days",
                        s.visible(
                                PlainSearch.keyword("tag", TAG),
                                PlainSearch.since(
                                        LAST_WEEK.atStartOfDay(ZoneOffset.UTC).toInstant())));
        for (var question : asked.entrySet()) {
            compare(
                    "newest 20, " + question.getKey(),
                    ours,
                    MEMBER,
                    question.getValue(),
                    l,
                    s,
                    plain.getOrDefault(question.getKey(), MatchAllDocsQuery.INSTANCE));
        }
        Query clause = s.visible(
                PlainSearch.keyword("tag", TAG),
                PlainSearch.sinceByClause(LAST_WEEK.atStartOfDay(ZoneOffset.UTC).toInstant()));
        SearchRequest lastDays = SearchRequest.newest("#" + TAG + " since:" + LAST_WEEK, MEMBER, 20, null, HERE);
        pair("newest 20, tag of the last 7 days, by a clause", () -> ours.search(lastDays), () -> s.newest(clause));
        compare(
                "newest 20, tag + brand",
                ours,
                BRAND,
                "#" + BRANDS_TAG,
                l,
                s,
                PlainSearch.all(
                        PlainSearch.keyword("tag", BRANDS_TAG),
                        PlainSearch.keyword("owner", PlainDocuments.owner(1, 1))));
    }

    private void compare(
            String name, StatusIndex ours, SearchScope scope, String query, PlainSearch l, PlainSearch s, Query plain)
            throws IOException {
        SearchRequest request = SearchRequest.newest(query, scope, 20, null, HERE);
        List<Long> found =
                ours.search(request).hits().stream().map(hit -> hit.id()).toList();
        same(name, found, s.newest(plain));
        if (BESIDE_L) {
            same(name, found, l.newest(plain));
        }
        double[][] micros = CpuWatch.micros(
                () -> ours.search(request), () -> BESIDE_L ? l.newest(plain) : found, () -> s.newest(plain));
        out.printf(
                Locale.ROOT,
                "%s: %d hits counted, wall %.1f / %.1f / %.1f us%n",
                name,
                ours.search(request).total(),
                micros[1][0],
                micros[1][1],
                micros[1][2]);
        if (BESIDE_L) {
            add(BenchResult.time(name + ", beside L", micros[0][0], micros[0][1], "us"));
        }
        add(BenchResult.time(name + ", beside S", micros[0][0], micros[0][2], "us"));
    }

    private void counted(StatusIndex ours, PlainSearch s) throws IOException {
        var all = new Selection("", MEMBER, HERE);
        var word = new Selection(WORD, MEMBER, HERE);
        Query plainWord = s.visible(PlainSearch.keyword("text", WORD));
        same("total", ours.total(word), (long) s.count(plainWord));
        same("bars", ours.histogram(word, Step.DAY).size(), s.histogram(plainWord));
        Query plainForms = s.visible(PlainSearch.forms(WORD));
        same("total in all forms", ours.total(word), (long) s.count(plainForms));
        pair("days of a year, word", () -> ours.histogram(word, Step.DAY), () -> s.histogram(plainForms));
        var form = new Selection('"' + WORD + '"', MEMBER, HERE);
        pair("days of a year, word in this form", () -> ours.histogram(form, Step.DAY), () -> s.histogram(plainWord));
        pair(
                "days of a year, unfiltered",
                () -> ours.histogram(all, Step.DAY),
                () -> s.histogram(MatchAllDocsQuery.INSTANCE));
        Query everything = s.visible();
        same("top tags", topTags(ours, all), s.topTags(everything));
        pair("top 10 tags of everything", () -> topTags(ours, all), () -> s.topTags(everything));
        pair("exact total of a word", () -> ours.total(word), () -> s.count(plainWord));
        alone("all seven facets of everything", () -> ours.facets(all, Set.of(Facet.values()), 10));
        alone("top 10 tags beside a word", () -> ours.facets(word, Set.of(Facet.HASHTAG), 10));
        alone("relevance, word", () -> ours.search(by(Sort.RELEVANCE, WORD)));
    }

    private static List<String> topTags(StatusIndex index, Selection selection) {
        return index.facets(selection, Set.of(Facet.HASHTAG), 10).getOrDefault(Facet.HASHTAG, List.of()).stream()
                .map(FacetCount::value)
                .toList();
    }

    private static SearchRequest by(Sort sort, String query) {
        return new SearchRequest(query, MEMBER, sort, 20, null, HERE);
    }

    private void engaged(StatusIndex ours, PlainSearch s) throws IOException {
        for (long first = 1; first <= POSTS; first += COUNTED_TOGETHER) {
            ours.count(LongStream.range(first, Math.min(first + COUNTED_TOGETHER, POSTS + 1L))
                    .boxed()
                    .collect(Collectors.toMap(id -> id, id -> new Counts(PostStream.likes(id), 0, 0))));
        }
        for (String word : List.of(WORD, "mot2")) {
            Query plain = s.visible(PlainSearch.keyword("text", word));
            Query plainForms = s.visible(PlainSearch.forms(word));
            same(
                    "most liked",
                    ours.search(by(Sort.MOST_ENGAGED, word)).hits().getFirst().id(),
                    s.mostLiked(plain).getFirst());
            pair(
                    "sorted by likes, " + s.count(plain) + " hits",
                    () -> ours.search(by(Sort.MOST_ENGAGED, word)),
                    () -> s.mostLiked(plainForms));
            pair(
                    "sorted by likes, in this form",
                    () -> ours.search(by(Sort.MOST_ENGAGED, '"' + word + '"')),
                    () -> s.mostLiked(plain));
        }
        var random = new Random(5);
        long[] ids = random.longs(1 << 20, 1, POSTS + 1L).toArray();
        double[][] micros = CpuWatch.micros(() -> {
            for (int i = 0; i < INCREMENTS / 100; i++) {
                ours.add(ids[i & (ids.length - 1)], 1, 0, 0);
            }
            return ids;
        });
        add(BenchResult.rate("counting up, beside 5 million", INCREMENTS / 100 / micros[0][0] * 1e6, 5e6, "/cpu-s"));
    }

    /// The same question of a tenth of the posts.
    private void flat(StatusIndex ours) throws IOException {
        var few = new PostStream(POSTS / 10);
        try (StatusIndex tenth = open("tenth")) {
            few.forEach(tenth::put);
            tenth.makeVisible();
            for (String query : List.of(WORD, "#" + TAG, "")) {
                SearchRequest request = SearchRequest.newest(query, MEMBER, 20, null, HERE);
                double[][] micros = CpuWatch.micros(() -> ours.search(request), () -> tenth.search(request));
                String name = query.isEmpty() ? "everything" : query;
                add(BenchResult.time("newest 20 beside a tenth, " + name, micros[0][0], micros[0][1], "us"));
            }
        }
    }

    private void pair(String name, CpuWatch.Answer ours, CpuWatch.Answer plain) throws IOException {
        double[][] micros = CpuWatch.micros(ours, plain);
        add(BenchResult.time(name, micros[0][0], micros[0][1], "us"));
    }

    private void alone(String name, CpuWatch.Answer ours) throws IOException {
        out.printf(Locale.ROOT, "%s: %.1f us%n", name, CpuWatch.micros(ours)[0][0]);
    }

    private void add(BenchResult result) {
        results.add(result);
        out.println(result.row());
        out.flush();
    }

    private static void same(String what, Object ours, Object plain) {
        if (!ours.equals(plain)) {
            throw new IllegalStateException(what + ": ours is " + ours + ", theirs " + plain);
        }
    }
}
