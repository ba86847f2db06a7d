package org.gazouillis.report;

/// A report that cannot be made as it is wished; the message says why and how to mend it.
public final class ReportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    ReportRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /// The field of the wish that is meant.
    public String field() {
        return field;
    }
}
