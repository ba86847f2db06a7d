package org.gazouillis.index.column;

import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Documents of one segment as bits, counted beforehand, so that the documents between any two are counted by a look
/// at both ends. Not to be written to.
public final class CountedBits {

    /// A count stands before every 512 documents, eight words of 64: a thirty-second part more memory.
    private static final int BLOCK = 512;

    private final FixedBitSet bits;
    private final int[] before;
    /// With the deletions that were asked about last: they stay the same until the segment is opened again.
    private volatile @Nullable Living living;

    private CountedBits(FixedBitSet bits, int[] before) {
        this.bits = bits;
        this.before = before;
    }

    static CountedBits of(FixedBitSet bits) {
        int[] before = new int[bits.length() / BLOCK + 1];
        for (int block = 1; block < before.length; block++) {
            before[block] = before[block - 1] + bits.cardinality((block - 1) * BLOCK, block * BLOCK);
        }
        return new CountedBits(bits, before);
    }

    public FixedBitSet bits() {
        return bits;
    }

    /// How many of the documents before this one are in it.
    public int upTo(int doc) {
        int block = doc / BLOCK;
        return before[block] + within(block * BLOCK, doc);
    }

    private int within(int from, int to) {
        return from == to ? 0 : bits.cardinality(from, to);
    }

    /// Those that are not deleted.
    ///
    /// @param live null when nothing is deleted
    @SuppressWarnings("ReferenceEquality") // A reader has one set of them; to compare two would cost more than both.
    public CountedBits alive(@Nullable Bits live) {
        if (live == null) {
            return this;
        }
        Living known = living;
        if (known == null || known.live != live) {
            FixedBitSet both = bits.clone();
            live.applyMask(both, 0);
            known = new Living(live, of(both));
            living = known;
        }
        return known.docs;
    }

    private record Living(Bits live, CountedBits docs) {}
}
