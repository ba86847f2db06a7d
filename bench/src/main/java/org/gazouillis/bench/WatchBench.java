package org.gazouillis.bench;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
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
/// without a third, and now and then the beginning of a word. Words are such as tell something: at most one post in two
/// hundred has them. The same is measured, without a limit, for words as often as they come, `the` and `and` before
/// all: then each post is seen by hundreds of searches.
final class WatchBench {
    private static final int SEARCHES = 10_000;
    private static final int POSTS = 5_000;
    private static final int ROUNDS = 4;
    private static final int BATCH = 100;
    private static final double TELLING = 1 / 200.0;
    private static final double LIMIT_MILLIS = 5;
    private static final Pattern WORD = Pattern.compile("\\p{L}*\\p{Ll}\\p{L}{2,}");

    private final PrintWriter out;
    private final Random chance = new Random(20261126);

    WatchBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws Exception {
        Corpus corpus = Corpus.load(20_000);
        List<String> telling = queries(corpus, telling(corpus));
        List<Double> common = library(corpus, "any words", queries(corpus, _ -> true));
        List<Double> millis = library(corpus, "telling words", telling);
        var results = new ArrayList<>(List.of(
                BenchResult.time(
                        "one post, 10,000 searches, p50", BenchResult.quantile(millis, 0.5), LIMIT_MILLIS, "ms"),
                BenchResult.time(
                        "one post, 10,000 searches, p99", BenchResult.quantile(millis, 0.99), LIMIT_MILLIS, "ms"),
                BenchResult.time("the same, any words, p50", BenchResult.quantile(common, 0.5), LIMIT_MILLIS, "ms"),
                BenchResult.time("the same, any words, p99", BenchResult.quantile(common, 0.99), LIMIT_MILLIS, "ms")));
        results.addAll(new WatchedPublishing(out, telling).run());
        return results;
    }

    /// Milliseconds of each post against all searches.
    private List<Double> library(Corpus corpus, String name, List<String> queries) {
        List<StatusDocument> posts = corpus.documents(1, POSTS);
        try (Watchlist watchlist = new Watchlist()) {
            long begun = System.nanoTime();
            if (!watchlist.put(watches(queries)).isEmpty()) {
                throw new IllegalStateException("a search is not understood");
            }
            out.printf(
                    Locale.ROOT,
                    "%,d searches for %s of %s registered in %.2f s%n",
                    SEARCHES,
                    name,
                    corpus.origin(),
                    (System.nanoTime() - begun) / 1e9);
            List<Double> millis = List.of();
            double perSecond = 0;
            for (int round = 0; round < ROUNDS; round++) {
                millis = oneByOne(watchlist, posts);
                perSecond = inBatches(watchlist, posts);
            }
            out.printf(Locale.ROOT, "in batches of %d: %,.0f posts/s%n", BATCH, perSecond);
            return millis;
        }
    }

    /// Words that at most one post in two hundred has.
    private static Predicate<String> telling(Corpus corpus) {
        Map<String, Integer> posts = new HashMap<>();
        corpus.texts()
                .forEach(text -> WORD.matcher(text)
                        .results()
                        .map(word -> word.group().toLowerCase(Locale.ROOT))
                        .distinct()
                        .forEach(word -> posts.merge(word, 1, Integer::sum)));
        int most = (int) (corpus.texts().size() * TELLING);
        return word -> posts.getOrDefault(word.toLowerCase(Locale.ROOT), 0) <= most;
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

    private List<String> queries(Corpus corpus, Predicate<String> wanted) {
        List<String> queries = new ArrayList<>(SEARCHES);
        while (queries.size() < SEARCHES) {
            String text = corpus.texts().get(chance.nextInt(corpus.texts().size()));
            List<String> all =
                    WORD.matcher(text).results().map(MatchResult::group).toList();
            List<String> words = all.stream().filter(wanted).toList();
            if (words.size() >= 3) {
                queries.add(query(words, chance.nextInt(words.size() - 2), all));
            }
        }
        return queries;
    }

    private String query(List<String> words, int at, List<String> all) {
        int kind = chance.nextInt(50);
        if (kind == 0) {
            return words.get(at) + "*";
        }
        return switch (kind % 4) {
            case 0 -> "#" + words.get(at);
            case 1 -> words.get(at) + " lang:" + (chance.nextBoolean() ? "fr" : "en");
            case 2 -> phrase(words.get(at), all);
            default -> "(" + words.get(at) + " OR " + words.get(at + 1) + ") -" + words.get(at + 2);
        };
    }

    /// The word and its neighbour in the post.
    private static String phrase(String word, List<String> all) {
        int first = Math.min(all.indexOf(word), all.size() - 2);
        return "\"" + all.get(first) + " " + all.get(first + 1) + "\"";
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
}
