package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.NumericUtils;

/// Orders matches by relevance. Of the newest thousand and the thousand most alike, each gets
/// ```
/// BM25 · (1 + log2(1 + likes + reposts + replies) / 8) · (1/4 + 3/4 · 2^(-age / 7 days))
/// ```
/// so 255 likes double it, and a week takes three eighths off; the age is that beside the newest match. All others
/// would cost a walk through all matches and stand behind anyway. BM25: Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework", 2009, as Lucene has it.
final class Relevance {

    /// How many of the newest, and how many of the most alike.
    static final int CANDIDATES = 1_000;

    private static final double WEEK = Duration.ofDays(7).toMillis();
    private static final double OLD = 0.25;
    private static final double DOUBLED_AT = 8;

    private final StatusSearcher searcher;

    Relevance(StatusSearcher searcher) {
        this.searcher = searcher;
    }

    Ranking rank() throws IOException {
        var newest = new Newest(searcher, true, CANDIDATES, CANDIDATES, Found.NOTHING_YET);
        List<Found> alike = newest.find();
        List<Found> older = newest.countedAll() ? List.of() : mostAlikeOf(older(alike));
        List<Found> all = new ArrayList<>(alike);
        all.addAll(older);
        long now = alike.isEmpty() ? 0 : alike.getFirst().created();
        List<Found> ranked = new ArrayList<>(all.size());
        for (Found match : all) {
            ranked.add(weighed(match, now));
        }
        ranked.sort(null);
        Set<Long> ahead = new HashSet<>();
        older.forEach(match -> ahead.add(match.id()));
        Found rest = newest.countedAll() ? null : alike.getLast();
        return new Ranking(ranked, rest, ahead, newest.count(), newest.countedAll());
    }

    /// The most alike of all times without those that are known already.
    private ScoreDoc[] older(List<Found> newest) throws IOException {
        Set<Integer> known = new HashSet<>();
        newest.forEach(match -> known.add(match.doc()));
        var best = searcher.search(searcher.query(), new TopScoreDocCollectorManager(CANDIDATES, null, 1));
        return Arrays.stream(best.scoreDocs)
                .filter(match -> !known.contains(match.doc))
                .sorted(Comparator.comparingInt(match -> match.doc))
                .toArray(ScoreDoc[]::new);
    }

    private List<Found> mostAlikeOf(ScoreDoc[] matches) throws IOException {
        List<Found> found = new ArrayList<>(matches.length);
        Reading reading = null;
        for (ScoreDoc match : matches) {
            LeafReaderContext leaf = leafOf(match.doc);
            reading = reading == null || reading.leaf().ord != leaf.ord ? new Reading(leaf) : reading;
            found.add(reading.found(match.doc - leaf.docBase, NumericUtils.floatToSortableInt(match.score)));
        }
        return found;
    }

    private Found weighed(Found match, long now) throws IOException {
        LeafReaderContext leaf = leafOf(match.doc());
        int[] slots = searcher.slots(leaf);
        int slot = slots.length == 0 ? 0 : slots[match.doc() - leaf.docBase];
        double alike = NumericUtils.sortableIntToFloat((int) match.key());
        double liked = 1 + log2(1.0 + Math.max(0, searcher.counters().engagement(slot))) / DOUBLED_AT;
        double recent = OLD + (1 - OLD) * Math.pow(2, -(now - match.created()) / WEEK);
        int key = NumericUtils.floatToSortableInt((float) (alike * liked * recent));
        return new Found(match.doc(), key, match.created(), match.id());
    }

    private LeafReaderContext leafOf(int doc) {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
