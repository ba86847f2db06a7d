package org.gazouillis.dashboard;

/// A question that Explore cannot answer as it is put; the message says why and how to mend it.
public final class PivotRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    PivotRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /// `rows`, `columns`, `measures` or `within`.
    public String field() {
        return field;
    }
}
