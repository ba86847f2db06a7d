package org.gazouillis.index.search;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.apache.lucene.search.CheckedIntConsumer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// All accepted documents of a segment as a stream, for searches that ask for nothing else: counted 64 at a time.
final class AcceptedDocs extends DocIdStream {

    private final FixedBitSet accepted;
    private final int end;
    private int next;

    private AcceptedDocs(FixedBitSet accepted, Window window) {
        this.accepted = accepted;
        this.next = window.from();
        this.end = window.to();
    }

    /// @param accepted null for all
    static void feed(@Nullable FixedBitSet accepted, Window window, LeafCollector collector) throws IOException {
        if (accepted == null) {
            collector.collectRange(window.from(), window.to());
        } else {
            collector.collect(new AcceptedDocs(accepted, window));
        }
    }

    @Override
    public boolean mayHaveRemaining() {
        return next < end;
    }

    @Override
    public int count(int upTo) {
        int until = Math.min(upTo, end);
        if (until <= next) {
            return 0;
        }
        int counted = accepted.cardinality(next, until);
        next = until;
        return counted;
    }

    @Override
    public void forEach(int upTo, CheckedIntConsumer<IOException> consumer) throws IOException {
        int until = Math.min(upTo, end);
        if (until > next) {
            accepted.forEach(next, until, 0, consumer);
            next = until;
        }
    }

    @Override
    public int intoArray(int upTo, int[] docs) {
        int size = 0;
        int until = Math.min(upTo, end);
        while (size < docs.length && next < until) {
            int doc = accepted.nextSetBit(next, until);
            if (doc == DocIdSetIterator.NO_MORE_DOCS) {
                next = until;
            } else {
                docs[size++] = doc;
                next = doc + 1;
            }
        }
        return size;
    }

    /// The first document and the one behind the last.
    Window window() {
        return new Window(next, end);
    }

    /// In a whole segment those that are accepted and not in `others`.
    void more(FixedBitSet others, IntConsumer consumer) {
        difference(accepted, others, consumer);
    }

    /// In a whole segment those in `others` that are not accepted.
    void less(FixedBitSet others, IntConsumer consumer) {
        difference(others, accepted, consumer);
    }

    private static void difference(FixedBitSet those, FixedBitSet without, IntConsumer consumer) {
        int words = FixedBitSet.bits2words(those.length());
        for (int word = 0; word < words; word++) {
            long left = those.getBits()[word] & ~without.getBits()[word];
            while (left != 0) {
                consumer.accept((word << 6) + Long.numberOfTrailingZeros(left));
                left &= left - 1;
            }
        }
    }

    /// Those between that are not accepted, which are few as a rule.
    void rejected(IntConsumer consumer) {
        int doc = next < end ? accepted.nextClearBit(next, end) : end;
        while (doc < end) {
            consumer.accept(doc);
            doc = doc + 1 < end ? accepted.nextClearBit(doc + 1, end) : end;
        }
    }
}
