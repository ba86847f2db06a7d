package org.gazouillis.intake;

import static java.util.Objects.requireNonNull;

/// One row cannot be imported; the others go on. Thrown by readers and layouts, caught by the run, kept as a
/// [Reject]. It carries no stack: a file may hold a million of them.
public final class RowRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final String value;
    private final RejectRule rule;

    /// @param column the header's name of the cell, empty when the whole row is at fault
    /// @param value  what stood there
    /// @param reason what is wrong and how to mend it, one or two sentences
    public RowRefused(String column, String value, RejectRule rule, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
        this.rule = rule;
    }

    public Reject at(long line) {
        return new Reject(line, column, value, rule, requireNonNull(getMessage()));
    }
}
