package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.FixedBitSet;
import org.gazouillis.index.column.Counters;
import org.jspecify.annotations.Nullable;

/// Finds the matches that most people have liked, reposted or answered, by the live counters.
///
/// Since a segment lies newest first, engagement and document number together are the order within it, as one number:
/// times and ids are read only of those that are among the best in the end.
final class MostEngaged {

    private static final int TOGETHER = 256;

    private final StatusSearcher searcher;
    private final Counters counters;
    private final int wanted;
    private final Found after;
    private final List<Best> segments = new ArrayList<>();
    /// Engagement of the best so far, the least first.
    private int[] best = {};

    private long count;
    private long left;

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
        int least = least();
        List<Found> found = new ArrayList<>();
        for (Best segment : segments) {
            segment.read(least, found);
        }
        found.sort(null);
        return found.size() > wanted ? List.copyOf(found.subList(0, wanted)) : found;
    }

    /// All matches, those before `after` included.
    long count() {
        return count;
    }

    /// Whether there are more behind those found.
    boolean more() {
        return left > wanted;
    }

    /// Who has less engagement is not among the best.
    private int least() {
        return best.length < wanted ? 0 : best[0];
    }

    private void add(Best segment) {
        int[] more = segment.ranks.engagements();
        int[] all = Arrays.copyOf(best, best.length + more.length);
        System.arraycopy(more, 0, all, best.length, more.length);
        Arrays.sort(all);
        best = all.length > wanted ? Arrays.copyOfRange(all, all.length - wanted, all.length) : all;
        segments.add(segment);
    }

    /// The best of one segment.
    private record Best(LeafReaderContext leaf, Ranks ranks) {

        void read(int least, List<Found> found) throws IOException {
            var reading = new Reading(leaf);
            for (long rank : ranks.byDocument(least)) {
                found.add(reading.found(Ranks.document(rank), Ranks.engagement(rank)));
            }
        }
    }

    private final class Segment implements LeafCollector {
        private final LeafReaderContext leaf;
        private final int[] slots;
        private final FixedBitSet[] reached;
        private final int[][] sums = counters.sums();
        private final Ranks ranks;
        private final int[] docs = new int[TOGETHER];
        /// None that ranks higher comes after `after`.
        private final long highest;

        private int size;
        /// Nothing lower is among the best any more.
        private long floor;
        /// Only who stands here can be; null for all.
        private @Nullable FixedBitSet high;

        Segment(LeafReaderContext leaf) throws IOException {
            this.leaf = leaf;
            this.reached = searcher.columns(leaf).reached(leaf.reader());
            this.slots = searcher.slots(leaf);
            this.ranks = new Ranks(wanted, least());
            this.highest = highest(leaf);
            rise();
        }

        private long highest(LeafReaderContext leaf) throws IOException {
            if (after.key() > Integer.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
            return after.key() < 0 ? -1 : Ranks.of((int) after.key(), searcher.firstAfter(leaf, after));
        }

        @Override
        public void setScorer(Scorable scorer) {
            // Likeness is of no interest.
        }

        @Override
        public void collect(DocIdStream stream) throws IOException {
            flush();
            if (stream instanceof DocsInBits bits && isFromTheTop()) {
                bits.eachWord(this::word);
                int matches = bits.count();
                count += matches;
                left += matches;
                return;
            }
            size = stream.intoArray(docs);
            while (size > 0) {
                flush();
                size = stream.intoArray(docs);
            }
        }

        /// Of documents that are not high enough nothing is read at all.
        private void word(int first, long matches) {
            FixedBitSet above = high;
            long some = above == null ? matches : matches & above.getBits()[first >> 6];
            while (some != 0) {
                offer(first + Long.numberOfTrailingZeros(some));
                some &= some - 1;
            }
        }

        @Override
        public void collect(int doc) {
            docs[size++] = doc;
            if (size == docs.length) {
                flush();
            }
        }

        @Override
        public void finish() {
            flush();
            add(new Best(leaf, ranks));
        }

        private boolean isFromTheTop() {
            return slots.length != 0 && highest == Long.MAX_VALUE;
        }

        private void flush() {
            count += size;
            if (isFromTheTop()) {
                left += size;
                for (int i = 0; i < size; i++) {
                    if (high == null || high.get(docs[i])) {
                        offer(docs[i]);
                    }
                }
            } else {
                each();
            }
            size = 0;
        }

        private void offer(int doc) {
            long rank = Ranks.of(Counters.engagement(sums, slots[doc]), doc);
            if (rank > floor) {
                ranks.offer(rank);
                rise();
            }
        }

        private void rise() {
            floor = ranks.floor();
            int level = Math.min(Counters.levelOf(Ranks.engagement(floor)), reached.length);
            high = level == 0 ? null : reached[level - 1];
        }

        private void each() {
            for (int i = 0; i < size; i++) {
                int slot = slots.length == 0 ? 0 : slots[docs[i]];
                long rank = Ranks.of(Counters.engagement(sums, slot), docs[i]);
                if (rank <= highest) {
                    left++;
                    if (rank > ranks.floor()) {
                        ranks.offer(rank);
                    }
                }
            }
        }
    }
}
