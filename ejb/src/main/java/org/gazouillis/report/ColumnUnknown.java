package org.gazouillis.report;

import java.util.List;

/// A report was wished with a column that it does not have, or with one twice; the message lists those there are.
public final class ColumnUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ColumnUnknown(String message) {
        super(message);
    }

    static ColumnUnknown named(String key, List<String> there) {
        return new ColumnUnknown("There is no column '" + key + "'. There are " + String.join(", ", there) + ".");
    }

    static ColumnUnknown twice(String key) {
        return new ColumnUnknown("The column '" + key + "' is named twice. Take one of the two out.");
    }
}
