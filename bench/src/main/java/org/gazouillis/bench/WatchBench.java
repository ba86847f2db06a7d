package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.percolate.Watch;
import org.gazouillis.index.percolate.Watchlist;

/// `watch`: one new post against 10,000 saved searches in the library, beside the limit of 5 ms; and in the house,
/// how
/// soon after publishing an alert is stored, beside 50 ms, and by how much publishing slows down while all posts are
/// matched, beside as fast as without.
///
/// The searches are drawn from the posts themselves: a hashtag, a word in a language, a phrase, either of two words
/// without a third, and now and then the beginning of a word.
final class WatchBench {
    private static final int SEARCHES = 10_000;
    private static final int POSTS = 5_000;
    private static final int ROUNDS = 4;
    private static final int BATCH = 100;
    private static final double LIMIT_MILLIS = 5;
    private static final Pattern WORD = Pattern.compile("\\p{L}*\\p{Ll}\\p{L}{2,}");

    private final PrintWriter out;
    private final Random chance = new Random(20261126);

    WatchBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws Exception {
        var results = new ArrayList<>(library());
        results.addAll(new WatchedPublishing(out, queries(Corpus.load(20_000))).run());
        return results;
    }

    private List<BenchResult> library() throws IOException {
        Corpus corpus = Corpus.load(20_000);
        List<Watch> watches = watches(queries(corpus));
        List<StatusDocument> posts = corpus.documents(1, POSTS);
        try (Watchlist watchlist = new Watchlist()) {
            long begun = System.nanoTime();
            if (!watchlist.put(watches).isEmpty()) {
                throw new IllegalStateException("a search is not understood");
            }
            out.printf(
                    Locale.ROOT,
                    "%,d searches over %s registered in %.2f s%n",
                    SEARCHES,
                    corpus.origin(),
                    (System.nanoTime() - begun) / 1e9);
            List<Double> millis = List.of();
            double perSecond = 0;
            for (int round = 0; round < ROUNDS; round++) {
                millis = oneByOne(watchlist, posts);
                perSecond = inBatches(watchlist, posts);
            }
            out.printf(Locale.ROOT, "in batches of %d: %,.0f posts/s%n", BATCH, perSecond);
            return List.of(
                    BenchResult.time("one post, 10,000 searches, p50", quantile(millis, 0.5), LIMIT_MILLIS, "ms"),
                    BenchResult.time("one post, 10,000 searches, p99", quantile(millis, 0.99), LIMIT_MILLIS, "ms"));
        }
    }

    private List<Double> oneByOne(Watchlist watchlist, List<StatusDocument> posts) {
        List<Double> millis = new ArrayList<>(posts.size());
        long seen = 0;
        for (StatusDocument post : posts) {
            long begun = System.nanoTime();
            seen += watchlist.match(List.of(post)).size();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        out.printf(Locale.ROOT, "%,d posts were seen %,d times%n", posts.size(), seen);
        return millis;
    }

    private static double inBatches(Watchlist watchlist, List<StatusDocument> posts) {
        long begun = System.nanoTime();
        for (int from = 0; from < posts.size(); from += BATCH) {
            watchlist.match(posts.subList(from, Math.min(from + BATCH, posts.size())));
        }
        return posts.size() / ((System.nanoTime() - begun) / 1e9);
    }

    private List<String> queries(Corpus corpus) {
        List<String> queries = new ArrayList<>(SEARCHES);
        while (queries.size() < SEARCHES) {
            String text = corpus.texts().get(chance.nextInt(corpus.texts().size()));
            List<String> words =
                    WORD.matcher(text).results().map(MatchResult::group).toList();
            if (words.size() >= 3) {
                queries.add(query(words, chance.nextInt(words.size() - 2)));
            }
        }
        return queries;
    }

    private String query(List<String> words, int at) {
        int kind = chance.nextInt(50);
        if (kind == 0) {
            return words.get(at) + "*";
        }
        return switch (kind % 4) {
            case 0 -> "#" + words.get(at);
            case 1 -> words.get(at) + " lang:" + (chance.nextBoolean() ? "fr" : "en");
            case 2 -> "\"" + words.get(at) + " " + words.get(at + 1) + "\"";
            default -> "(" + words.get(at) + " OR " + words.get(at + 1) + ") -" + words.get(at + 2);
        };
    }

    private List<Watch> watches(List<String> queries) {
        List<Watch> watches = new ArrayList<>();
        for (String query : queries) {
            long workspace = chance.nextInt(20) + 1L;
            watches.add(new Watch(
                    watches.size(),
                    query,
                    new SearchScope(workspace, Set.of(chance.nextInt(200) + 1L), null),
                    Standpoint.of(ZoneOffset.UTC, Instant.EPOCH)));
        }
        return watches;
    }

    static double quantile(List<Double> figures, double share) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }
}
