package org.gazouillis.index.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.gazouillis.index.column.Numbers;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// Reads what is known of the matches of one segment, in the order of their documents. The columns are opened for the
/// first of them.
final class Reading {

    private final LeafReaderContext leaf;
    private @Nullable NumericDocValues created;
    private @Nullable NumericDocValues ids;

    Reading(LeafReaderContext leaf) {
        this.leaf = leaf;
    }

    LeafReaderContext leaf() {
        return leaf;
    }

    Found found(int doc, long key) throws IOException {
        NumericDocValues times = created;
        NumericDocValues names = ids;
        if (times == null || names == null) {
            times = created = Numbers.of(leaf.reader(), Fields.CREATED);
            names = ids = Numbers.of(leaf.reader(), Fields.ID);
        }
        return new Found(leaf.docBase + doc, key, Numbers.at(times, doc), Numbers.at(names, doc));
    }
}
