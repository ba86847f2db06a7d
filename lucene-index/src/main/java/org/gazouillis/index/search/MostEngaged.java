package org.gazouillis.index.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.gazouillis.index.column.Counters;

/// Finds the matches that most people have liked, reposted or answered, by the live counters.
final class MostEngaged {

    private final StatusSearcher searcher;
    private final Counters counters;
    private final int wanted;
    private final Found after;
    private final PriorityQueue<Found> best = new PriorityQueue<>(Comparator.reverseOrder());
    private long count;
    private boolean more;

    /// @param wanted how many matches
    /// @param after the match after which to go on
    MostEngaged(StatusSearcher searcher, int wanted, Found after) {
        this.searcher = searcher;
        this.counters = searcher.counters();
        this.wanted = wanted;
        this.after = after;
    }

    /// In their order, `wanted` at most.
    List<Found> find() throws IOException {
        searcher.every(Segment::new);
        return best.stream().sorted().toList();
    }

    /// All matches, those before `after` included.
    long count() {
        return count;
    }

    /// Whether there are more behind those found.
    boolean more() {
        return more;
    }

    private final class Segment implements LeafCollector {
        private final Reading reading;
        private final int[] slots;
        /// Nothing of this segment with so little engagement can be among the best any more: what follows is older.
        private long tooLittle = -1;

        Segment(LeafReaderContext leaf) throws IOException {
            this.reading = new Reading(leaf);
            this.slots = searcher.slots(leaf);
        }

        @Override
        public void setScorer(Scorable scorer) {
            // Likeness is of no interest.
        }

        @Override
        public void collect(DocIdStream stream) throws IOException {
            if (slots.length == 0 && tooLittle >= 0) {
                count += stream.count();
            } else {
                stream.forEach(this::collect);
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            count++;
            long engagement = slots.length == 0 ? 0 : Math.max(0, counters.engagement(slots[doc]));
            if (engagement > tooLittle) {
                offer(doc, engagement);
            }
        }

        private void offer(int doc, long engagement) throws IOException {
            Found worst = best.size() < wanted ? null : best.peek();
            if (worst != null && engagement < worst.key()) {
                more = true;
                tooLittle = engagement;
                return;
            }
            Found match = reading.found(doc, engagement);
            if (!after.isBefore(match)) {
                return;
            }
            if (worst == null) {
                best.add(match);
            } else if (match.isBefore(worst)) {
                more = true;
                best.poll();
                best.add(match);
            } else {
                more = true;
                tooLittle = engagement;
            }
        }
    }
}
