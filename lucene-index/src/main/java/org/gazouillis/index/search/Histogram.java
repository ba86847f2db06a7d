package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.gazouillis.index.Bar;
import org.gazouillis.index.column.Numbers;
import org.gazouillis.index.column.TimeTable;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// Counts matches by hour, day or week. Since segments lie in order of time, a bar is a range of documents: no time
/// is read for any match, and a stream of matches is counted up to the end of the range without looking at each.
final class Histogram {

    private final StatusSearcher searcher;
    private final Edges edges;
    private final @Nullable Segment[] segments;

    /// Beginnings of the bars, newest first; between two of them may be a gap in which there is nothing at all.
    private long[] begins = new long[64];

    private int bars;
    private long[] counts = {};

    Histogram(StatusSearcher searcher, Edges edges) {
        this.searcher = searcher;
        this.edges = edges;
        this.segments = new Segment[searcher.getLeafContexts().size()];
    }

    /// Oldest first, without empty ones.
    List<Bar> bars() throws IOException {
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Window window = searcher.window(leaf);
            if (!window.isEmpty()) {
                segments[leaf.ord] =
                        new Segment(leaf, window, searcher.columns(leaf).times(leaf.reader()));
            }
        }
        if (Arrays.stream(segments).allMatch(Objects::isNull)) {
            return List.of();
        }
        cut();
        counts = new long[bars];
        searcher.every(leaf -> new Counting(Objects.requireNonNull(segments[leaf.ord])));
        List<Bar> all = new ArrayList<>(bars);
        for (int bar = bars - 1; bar >= 0; bar--) {
            if (counts[bar] > 0) {
                all.add(new Bar(Instant.ofEpochMilli(begins[bar]), counts[bar]));
            }
        }
        return all;
    }

    /// From the newest document to the oldest, bar by bar, in all segments at once.
    private void cut() throws IOException {
        long steady = Long.MAX_VALUE;
        boolean all = cutAt(edges.before(newestLeft()));
        while (!all) {
            long begin = begins[bars - 1];
            steady = steady > begin ? edges.steadySince(begin) : steady;
            long previous = edges.previous(begin, steady);
            all = cutAt(hasAny(previous) ? previous : edges.before(newestLeft()));
            if ((bars & 0xFF) == 0) {
                searcher.inTime();
            }
        }
    }

    /// The time of the newest document that has no bar yet.
    private long newestLeft() throws IOException {
        long newest = Long.MIN_VALUE;
        for (Segment segment : segments) {
            if (segment != null && segment.isLeft()) {
                newest = Math.max(newest, segment.newestLeft());
            }
        }
        return newest;
    }

    private boolean hasAny(long begin) throws IOException {
        for (Segment segment : segments) {
            if (segment != null && segment.isLeft() && segment.end(begin) > segment.next) {
                return true;
            }
        }
        return false;
    }

    /// Ends a bar in each segment; true when nothing is left.
    private boolean cutAt(long begin) throws IOException {
        begins = bars == begins.length ? Arrays.copyOf(begins, 2 * bars) : begins;
        begins[bars] = begin;
        boolean all = true;
        for (Segment segment : segments) {
            if (segment != null) {
                segment.cut(bars, begin);
                all &= !segment.isLeft();
            }
        }
        bars++;
        return all;
    }

    /// How far one segment has been cut.
    private static final class Segment {
        private final LeafReaderContext leaf;
        private final TimeTable times;
        private final int last;
        private int next;
        /// The document at which each bar ends.
        private int[] ends = new int[64];

        Segment(LeafReaderContext leaf, Window window, TimeTable times) {
            this.leaf = leaf;
            this.times = times;
            this.next = window.from();
            this.last = window.to();
        }

        boolean isLeft() {
            return next < last;
        }

        long newestLeft() throws IOException {
            return Numbers.at(Numbers.of(leaf.reader(), Fields.CREATED), next);
        }

        int end(long begin) throws IOException {
            return Math.min(last, times.documentsSince(leaf.reader(), begin));
        }

        void cut(int bar, long begin) throws IOException {
            ends = bar == ends.length ? Arrays.copyOf(ends, 2 * bar) : ends;
            next = isLeft() ? Math.max(next, end(begin)) : next;
            ends[bar] = next;
        }
    }

    private final class Counting implements LeafCollector {
        private final int[] ends;
        private final int last;
        private int bar;

        Counting(Segment segment) {
            this.ends = segment.ends;
            this.last = segment.last;
        }

        @Override
        public void setScorer(Scorable scorer) {
            // Likeness is of no interest.
        }

        @Override
        public void collect(int doc) {
            while (doc >= ends[bar]) {
                bar++;
            }
            counts[bar]++;
        }

        /// A stream may say that it has more and has none, so the next one begins where the last match was.
        @Override
        public void collect(DocIdStream stream) throws IOException {
            int at = bar;
            add(at, stream.count(ends[at]));
            while (ends[at] < last && stream.mayHaveRemaining()) {
                at++;
                add(at, stream.count(ends[at]));
            }
        }

        private void add(int at, int matches) {
            if (matches > 0) {
                counts[at] += matches;
                bar = at;
            }
        }

        @Override
        public void collectRange(int from, int to) {
            int next = from;
            while (next < to) {
                while (next >= ends[bar]) {
                    bar++;
                }
                int until = Math.min(to, ends[bar]);
                counts[bar] += until - next;
                next = until;
            }
        }
    }
}
