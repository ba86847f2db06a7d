package org.gazouillis.index.column;

import java.io.IOException;
import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.gazouillis.index.document.Fields;

/// Which slot of the counters each document of a segment has, and which documents have reached each level of
/// engagement. Slots are given and levels rise while the segment lives, so whoever reads lets the new ones be entered
/// first; that is two comparisons when there are none.
final class Slots {

    private static final int[] NONE = {};

    /// Above this share of news one walk through all documents is cheaper than a look-up for each.
    private static final int SHARE = 16;

    private final Counters counters;
    private int[] slots = NONE;
    /// Who has reached level 1, level 2 and so on, up to the highest that any document here has reached.
    private FixedBitSet[] reached = {};
    private volatile int entered;
    private volatile int heard;

    Slots(Counters counters) {
        this.counters = counters;
    }

    /// By document; of length 0 while none of the segment was ever counted.
    int[] current(LeafReader reader) throws IOException {
        update(reader);
        return slots;
    }

    /// For each level from 1 on, as [Counters#levelOf], the documents that have reached it.
    FixedBitSet[] reached(LeafReader reader) throws IOException {
        update(reader);
        return reached;
    }

    private void update(LeafReader reader) throws IOException {
        int given = counters.slots();
        int told = counters.raises();
        if (entered < given || heard < told) {
            update(reader, given, told);
        }
    }

    /// Levels are read when slots are entered, so those that rose before need not be looked up.
    private synchronized void update(LeafReader reader, int given, int told) throws IOException {
        int known = entered;
        if (given - known > reader.maxDoc() / SHARE) {
            walk(reader);
        } else if (known < given) {
            lookUp(reader, IntStream.rangeClosed(known + 1, given));
        }
        if (told - heard > reader.maxDoc() / SHARE) {
            for (int doc = 0; doc < slots.length; doc++) {
                reach(doc, counters.level(slots[doc]));
            }
        } else if (heard < told) {
            lookUp(reader, IntStream.range(heard, told).map(counters::raised).filter(slot -> slot <= known));
        }
        entered = Math.max(known, given);
        heard = Math.max(heard, told);
    }

    private void walk(LeafReader reader) throws IOException {
        NumericDocValues ids = reader.getNumericDocValues(Fields.ID);
        if (ids == null) {
            return;
        }
        for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
            int slot = counters.slotOf(ids.longValue());
            if (slot != 0) {
                put(reader, doc, slot);
            }
        }
    }

    /// Segments are neighbours in time and ids grow with it: most ids lie outside of this segment's.
    private void lookUp(LeafReader reader, IntStream wanted) throws IOException {
        var terms = reader.terms(Fields.ID);
        BytesRef lowest = terms == null ? null : terms.getMin();
        BytesRef highest = terms == null ? null : terms.getMax();
        if (terms == null || lowest == null || highest == null) {
            return;
        }
        long from = Fields.id(lowest);
        long to = Fields.id(highest);
        TermsEnum term = terms.iterator();
        PostingsEnum docs = null;
        for (PrimitiveIterator.OfInt each = wanted.iterator(); each.hasNext(); ) {
            int slot = each.nextInt();
            long id = counters.idOf(slot);
            if (id >= from && id <= to && term.seekExact(Fields.idBytes(id))) {
                docs = term.postings(docs, PostingsEnum.NONE);
                for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                    put(reader, doc, slot);
                }
            }
        }
    }

    private void put(LeafReader reader, int doc, int slot) {
        if (slots.length == 0) {
            slots = Arrays.copyOf(NONE, reader.maxDoc());
        }
        slots[doc] = slot;
        reach(doc, counters.level(slot));
    }

    /// Levels never fall, so who has reached one has reached all below.
    private void reach(int doc, int level) {
        if (level > reached.length) {
            int known = reached.length;
            FixedBitSet[] more = Arrays.copyOf(reached, level);
            Arrays.setAll(more, each -> each < known ? more[each] : new FixedBitSet(slots.length));
            reached = more;
        }
        for (int each = level - 1; each >= 0 && !reached[each].get(doc); each--) {
            reached[each].set(doc);
        }
    }
}
