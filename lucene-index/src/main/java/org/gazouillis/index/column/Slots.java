package org.gazouillis.index.column;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.gazouillis.index.document.Fields;

/// Which slot of the counters each document of a segment has. Slots are given while the segment lives, so whoever
/// reads lets the new ones be entered first; that is one comparison when there are none.
final class Slots {

    private static final int[] NONE = {};

    /// Above this share of new slots one walk through all ids is cheaper than a look-up for each.
    private static final int SHARE = 16;

    private final Counters counters;
    private int[] slots = NONE;
    private volatile int entered;

    Slots(Counters counters) {
        this.counters = counters;
    }

    /// By document; of length 0 while none of the segment was ever counted.
    int[] current(LeafReader reader) throws IOException {
        int given = counters.slots();
        if (entered < given) {
            enter(reader, given);
        }
        return slots;
    }

    private synchronized void enter(LeafReader reader, int given) throws IOException {
        if (entered >= given) {
            return;
        }
        if (given - entered > reader.maxDoc() / SHARE) {
            walk(reader);
        } else {
            lookUp(reader, given);
        }
        entered = given;
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
    private void lookUp(LeafReader reader, int given) throws IOException {
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
        for (int slot = entered + 1; slot <= given; slot++) {
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
    }
}
