package org.gazouillis.index.search;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.util.FixedBitSet;
import org.gazouillis.index.column.CountedBits;
import org.jspecify.annotations.Nullable;

/// All accepted documents of a segment as a stream, for searches that ask for nothing else.
final class AcceptedDocs extends DocsInBits {

    private final CountedBits counted;
    private final FixedBitSet accepted;
    /// Where the last counting ended and how many stand before: bar after bar, the next begins there.
    private int ended = -1;

    private int before;

    private AcceptedDocs(CountedBits counted, Window window) {
        super(counted.bits(), 0, window);
        this.counted = counted;
        this.accepted = counted.bits();
    }

    /// @param accepted null for all
    static void feed(@Nullable CountedBits accepted, Window window, LeafCollector collector) throws IOException {
        if (accepted == null) {
            collector.collectRange(window.from(), window.to());
        } else {
            collector.collect(new AcceptedDocs(accepted, window));
        }
    }

    @Override
    int count(int from, int to) {
        int first = from == ended ? before : counted.upTo(from);
        ended = to;
        before = counted.upTo(to);
        return before - first;
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
        Window all = window();
        int doc = all.isEmpty() ? all.to() : accepted.nextClearBit(all.from(), all.to());
        while (doc < all.to()) {
            consumer.accept(doc);
            doc = doc + 1 < all.to() ? accepted.nextClearBit(doc + 1, all.to()) : all.to();
        }
    }
}
