package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.NumericUtils;

/// By what matches are ordered by relevance:
/// ```
/// BM25 · (1 + log2(1 + likes + reposts + replies) / 8) · (1/4 + 3/4 · 2^(-age / 7 days))
/// ```
/// so 255 likes double it, and a week takes three eighths off; the age is that beside the newest match. BM25: Robertson
/// and Zaragoza, "The Probabilistic Relevance Framework", 2009, as Lucene has it.
public final class Likeness {

    /// How many of the newest, and how many of the most alike, are weighed.
    public static final int CANDIDATES = 1_000;

    private static final double WEEK = Duration.ofDays(7).toMillis();
    private static final double OLD = 0.25;
    private static final double DOUBLED_AT = 8;

    private Likeness() {}

    /// Orders the newest matches and the older ones among the most alike.
    ///
    /// @param newest [#CANDIDATES] at most, keys are bits of scores
    /// @param older none of them among the newest; keys are bits of scores
    public static Ranking rank(Matches.Newer newest, List<Found> older, Engagement engagement) throws IOException {
        List<Found> all = new ArrayList<>(newest.found());
        all.addAll(older);
        long now = newest.found().isEmpty() ? 0 : newest.found().getFirst().created();
        List<Found> ranked = new ArrayList<>(all.size());
        for (Found match : all) {
            ranked.add(match.keyed(key(match, engagement.of(match), now - match.created())));
        }
        ranked.sort(null);
        Set<Long> ahead = older.stream().map(Found::id).collect(Collectors.toSet());
        Found rest = newest.countedAll() ? null : newest.found().getLast();
        return new Ranking(ranked, rest, ahead, newest.count(), newest.countedAll());
    }

    private static int key(Found match, long engagement, long age) {
        return NumericUtils.floatToSortableInt(of(NumericUtils.sortableIntToFloat((int) match.key()), engagement, age));
    }

    /// @param alike by BM25
    /// @param engagement likes, reposts and replies together
    /// @param age in milliseconds
    private static float of(double alike, long engagement, long age) {
        double liked = 1 + log2(1.0 + Math.max(0, engagement)) / DOUBLED_AT;
        double recent = OLD + (1 - OLD) * Math.pow(2, -age / WEEK);
        return (float) (alike * liked * recent);
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }

    /// How often a match was liked, reposted and answered.
    @FunctionalInterface
    public interface Engagement {
        long of(Found match) throws IOException;
    }
}
