package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.Merit;

/// Orders matches by relevance: the newest thousand and the thousand most alike, by their [Merit].
public final class Likeness {

    /// How many of the newest, and how many of the most alike, are weighed.
    public static final int CANDIDATES = 1_000;

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
        double alike = NumericUtils.sortableIntToFloat((int) match.key());
        return NumericUtils.floatToSortableInt(
                (float) Merit.of(alike, engagement, age).score());
    }

    /// How often a match was liked, reposted and answered.
    @FunctionalInterface
    public interface Engagement {
        long of(Found match) throws IOException;
    }
}
