package org.gazouillis.index.search;

import java.io.IOException;
import org.apache.lucene.search.CheckedIntConsumer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.util.FixedBitSet;

/// Documents of a segment that stand as bits in words of 64, so that they are counted and compared a word at a time.
class DocsInBits extends DocIdStream {

    private final FixedBitSet bits;
    /// The document of the first bit; a multiple of 64.
    private final int base;
    private final int end;
    private int next;

    /// @param window the documents that are meant; those before and behind it may stand in the bits as well
    DocsInBits(FixedBitSet bits, int base, Window window) {
        this.bits = bits;
        this.base = base;
        this.next = window.from();
        this.end = window.to();
    }

    /// The first document and the one behind the last.
    final Window window() {
        return new Window(next, end);
    }

    /// All words that are not empty, of documents that are left.
    final void eachWord(WordConsumer consumer) {
        if (next >= end) {
            return;
        }
        int first = (next - base) >> 6;
        int last = (end - 1 - base) >> 6;
        long[] words = bits.getBits();
        for (int at = first; at <= last; at++) {
            long word = words[at];
            word = at == first ? word & (-1L << next) : word;
            word = at == last ? word & (-1L >>> -end) : word;
            if (word != 0) {
                consumer.accept(base + (at << 6), word);
            }
        }
    }

    @Override
    public final boolean mayHaveRemaining() {
        return next < end;
    }

    @Override
    public final int count(int upTo) {
        int until = Math.min(upTo, end);
        if (until <= next) {
            return 0;
        }
        int counted = count(next, until);
        next = until;
        return counted;
    }

    /// How many documents of `[from, to)`, which is not empty.
    int count(int from, int to) {
        return bits.cardinality(from - base, to - base);
    }

    @Override
    public final void forEach(int upTo, CheckedIntConsumer<IOException> consumer) throws IOException {
        int until = Math.min(upTo, end);
        if (until > next) {
            bits.forEach(next - base, until - base, base, consumer);
            next = until;
        }
    }

    @Override
    public final int intoArray(int upTo, int[] docs) {
        int size = 0;
        int until = Math.min(upTo, end);
        while (size < docs.length && next < until) {
            int bit = bits.nextSetBit(next - base, until - base);
            if (bit == DocIdSetIterator.NO_MORE_DOCS) {
                next = until;
            } else {
                docs[size++] = base + bit;
                next = base + bit + 1;
            }
        }
        return size;
    }

    /// Takes 64 documents at once.
    @FunctionalInterface
    interface WordConsumer {

        /// @param first the document of the lowest bit
        void accept(int first, long word);
    }
}
