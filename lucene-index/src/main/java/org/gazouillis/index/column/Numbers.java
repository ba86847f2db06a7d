package org.gazouillis.index.column;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/// Columns of numbers that every document has, on disk.
public final class Numbers {

    private Numbers() {}

    /// To be read forwards.
    public static NumericDocValues of(LeafReader reader, String field) throws IOException {
        NumericDocValues column = reader.getNumericDocValues(field);
        if (column == null) {
            throw new IOException("A segment of the index has no column " + field);
        }
        return column;
    }

    public static long at(NumericDocValues column, int doc) throws IOException {
        if (!column.advanceExact(doc)) {
            throw new IOException("Document " + doc + " of a segment lacks a number that all have");
        }
        return column.longValue();
    }
}
