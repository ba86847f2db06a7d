package org.gazouillis.index.column;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/// Numbers the terms of one field across all segments, from 0 in the order in which they turn up, so that counts of
/// several segments add up without comparing terms. What was numbered once keeps its number while the index is open.
public final class Dictionary {

    private final BytesRefHash terms = new BytesRefHash();

    synchronized int number(BytesRef term) {
        int number = terms.add(term);
        return number < 0 ? -number - 1 : number;
    }

    public synchronized BytesRef term(int number) {
        return terms.get(number, new BytesRef());
    }

    public synchronized int size() {
        return terms.size();
    }
}
