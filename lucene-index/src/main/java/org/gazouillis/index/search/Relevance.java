package org.gazouillis.index.search;

import java.io.IOException;
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

/// Orders matches by relevance, as [Likeness] has it: the newest thousand and the thousand most alike. All others would
/// cost a walk through all matches and stand behind anyway.
final class Relevance {

    private final StatusSearcher searcher;

    Relevance(StatusSearcher searcher) {
        this.searcher = searcher;
    }

    Ranking rank() throws IOException {
        var newest = new Newest(searcher, true, Likeness.CANDIDATES, Likeness.CANDIDATES, Found.NOTHING_YET);
        List<Found> alike = newest.find();
        List<Found> older = newest.countedAll() ? List.of() : mostAlikeOf(older(alike));
        return Likeness.rank(new Matches.Newer(alike, newest.count(), newest.countedAll()), older, this::engagement);
    }

    /// The most alike of all times without those that are known already.
    private ScoreDoc[] older(List<Found> newest) throws IOException {
        Set<Integer> known = new HashSet<>();
        newest.forEach(match -> known.add(match.doc()));
        var best = searcher.search(searcher.query(), new TopScoreDocCollectorManager(Likeness.CANDIDATES, null, 1));
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

    private long engagement(Found match) throws IOException {
        LeafReaderContext leaf = leafOf(match.doc());
        int[] slots = searcher.slots(leaf);
        int slot = slots.length == 0 ? 0 : slots[match.doc() - leaf.docBase];
        return searcher.counters().engagement(slot);
    }

    private LeafReaderContext leafOf(int doc) {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
