package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.column.TimeTable;
import org.jspecify.annotations.Nullable;

/// Finds the newest matches. Segments lie newest first and follow each other newest first, so it ends after the first
/// few documents that match, however many there are; only counting goes on for a while.
final class Newest {

    private final StatusSearcher searcher;
    private final Weight weight;
    private final boolean scored;
    private final int wanted;
    private final int counted;
    private final Found after;

    private List<Found> found = new ArrayList<>();
    private int count;
    private boolean countedAll = true;

    /// @param scored whether keys are the bits of scores, to be read by [NumericUtils#sortableIntToFloat]; else 0
    /// @param wanted how many matches
    /// @param counted up to how many matches are counted; 0 when nobody asks
    /// @param after the match after which to go on
    Newest(StatusSearcher searcher, boolean scored, int wanted, int counted, Found after) throws IOException {
        this.searcher = searcher;
        this.scored = scored;
        this.weight = searcher.weight(searcher.query(), scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES);
        this.wanted = wanted;
        this.counted = counted;
        this.after = after;
    }

    /// In their order, `wanted` at most.
    List<Found> find() throws IOException {
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            boolean full = isFull()
                    && searcher.columns(leaf).times(leaf.reader()).newest()
                            < found.getLast().created();
            if (full && isCounted()) {
                countedAll = false;
            } else {
                read(leaf, full ? 0 : wanted);
                searcher.inTime();
            }
        }
        return found;
    }

    /// Matches in all, or `counted` when there are more.
    int count() {
        return Math.min(count, counted);
    }

    boolean countedAll() {
        return countedAll && (counted == 0 || count <= counted);
    }

    private boolean isFull() {
        return found.size() >= wanted;
    }

    private boolean isCounted() {
        return count > counted || counted == 0;
    }

    private void read(LeafReaderContext leaf, int most) throws IOException {
        Window window = window(leaf);
        if (window.isEmpty()) {
            return;
        }
        var taking = new Taking(leaf, most);
        try {
            searcher.collect(leaf, window, weight, taking);
        } catch (CollectionTerminatedException _) {
            countedAll = false;
        }
        if (!taking.taken.isEmpty()) {
            merge(taking.taken);
        }
    }

    private Window window(LeafReaderContext leaf) throws IOException {
        Window window = searcher.window(leaf);
        if (after.created() == Long.MAX_VALUE) {
            return window;
        }
        TimeTable times = searcher.columns(leaf).times(leaf.reader());
        int older = times.documentsSince(leaf.reader(), after.created() + 1);
        return new Window(Math.max(window.from(), older), window.to());
    }

    private void merge(List<Found> more) {
        boolean overlap =
                !found.isEmpty() && found.getLast().created() <= more.getFirst().created();
        found.addAll(more);
        if (overlap) {
            found.sort(Newest::byAge);
        }
        if (found.size() > wanted) {
            found = new ArrayList<>(found.subList(0, wanted));
        }
    }

    private static int byAge(Found one, Found other) {
        int byTime = Long.compare(other.created(), one.created());
        return byTime == 0 ? Long.compare(other.id(), one.id()) : byTime;
    }

    /// Takes the first matches of a segment and counts those behind them, until neither is wanted.
    private final class Taking implements LeafCollector {
        private final Reading reading;
        private final int most;
        private final List<Found> taken = new ArrayList<>();
        private @Nullable Scorable scorer;

        Taking(LeafReaderContext leaf, int most) {
            this.reading = new Reading(leaf);
            this.most = most;
        }

        @Override
        public void setScorer(Scorable present) {
            scorer = present;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (taken.size() < most) {
                Scorable likeness = scored ? scorer : null;
                long key = likeness == null ? 0 : NumericUtils.floatToSortableInt(likeness.score());
                Found match = reading.found(doc, key);
                if (match.created() == after.created() && match.id() >= after.id()) {
                    return;
                }
                taken.add(match);
            }
            count++;
            endWhenDone();
        }

        @Override
        public void collect(DocIdStream stream) throws IOException {
            if (taken.size() < most) {
                stream.forEach(this::collect);
            } else {
                count += stream.count();
                endWhenDone();
            }
        }

        private void endWhenDone() {
            if (taken.size() >= most && isCounted()) {
                throw new CollectionTerminatedException();
            }
        }
    }
}
