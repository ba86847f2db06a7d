package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.column.Beginning;
import org.gazouillis.index.column.TimeTable;
import org.jspecify.annotations.Nullable;

/// Finds the newest matches. Segments lie newest first and follow each other newest first, so it ends after the first
/// few documents that match, however many there are; only counting goes on for a while.
final class Newest {

    private final StatusSearcher searcher;
    private final boolean scored;
    private final int wanted;
    private final int counted;
    private final Found after;
    /// The only one that is asked for; null when there are more, or how often it occurs counts.
    private final @Nullable Term term;

    private @Nullable Weight weight;
    private List<Found> found = new ArrayList<>();
    private int count;
    private boolean countedAll = true;

    /// @param scored whether keys are the bits of scores, to be read by [NumericUtils#sortableIntToFloat]; else 0
    /// @param wanted how many matches
    /// @param counted up to how many matches are counted; 0 when nobody asks
    /// @param after the match after which to go on
    Newest(StatusSearcher searcher, boolean scored, int wanted, int counted, Found after) {
        this.searcher = searcher;
        this.scored = scored;
        this.wanted = wanted;
        this.counted = counted;
        this.after = after;
        this.term = scored ? null : onlyTerm(searcher.query());
    }

    private static @Nullable Term onlyTerm(Query query) {
        Query plain = query instanceof ConstantScoreQuery constant ? constant.getQuery() : query;
        return plain instanceof TermQuery one ? one.getTerm() : null;
    }

    /// Made for the first segment that needs it.
    private Weight weight() throws IOException {
        Weight made = weight;
        if (made == null) {
            made = searcher.weight(searcher.query(), scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES);
            weight = made;
        }
        return made;
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
            Window left = new Window(begin(leaf, window, taking), window.to());
            if (!left.isEmpty()) {
                searcher.collect(leaf, left, weight(), taking);
            }
        } catch (CollectionTerminatedException _) {
            countedAll = false;
        }
        if (!taking.taken.isEmpty()) {
            merge(taking.taken);
        }
    }

    /// Takes what is known of the term's first documents.
    ///
    /// @return the document with which to go on
    private int begin(LeafReaderContext leaf, Window window, Taking taking) throws IOException {
        if (term == null || window.from() > 0) {
            return window.from();
        }
        Optional<Beginning> known = searcher.columns(leaf).beginning(leaf.reader(), term);
        if (known.isEmpty()) {
            return window.from();
        }
        Beginning first = known.get();
        Bits accepted = searcher.accepted(leaf);
        for (int i = 0; i < first.size() && first.doc(i) < window.to(); i++) {
            if (accepted == null || accepted.get(first.doc(i))) {
                taking.take(new Found(leaf.docBase + first.doc(i), 0, first.created(i), first.id(i)));
            }
        }
        return first.end();
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
                take(reading.found(doc, key));
            } else {
                count++;
                endWhenDone();
            }
        }

        void take(Found match) {
            if (taken.size() < most) {
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
