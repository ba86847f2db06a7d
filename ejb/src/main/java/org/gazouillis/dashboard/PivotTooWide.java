package org.gazouillis.dashboard;

/// A question that would read or show too much; the message says how to ask for less.
public final class PivotTooWide extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What there is too much of, for the choice of a translated sentence.
    public enum Cause {
        /// Rolled-up rows to read.
        ROWS,
        /// People to unite.
        PEOPLE,
        /// Posts that the query finds.
        FOUND,
        /// Hours in the rows.
        HOURS,
        /// Times in the columns.
        COLUMNS
    }

    private final Cause tooMany;

    PivotTooWide(Cause tooMany, String message) {
        super(message);
        this.tooMany = tooMany;
    }

    public Cause tooMany() {
        return tooMany;
    }
}
