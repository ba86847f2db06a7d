package org.gazouillis.dashboard;

/// A question that would read or show too much; the message says how to ask for less.
public final class PivotTooWide extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PivotTooWide(String message) {
        super(message);
    }
}
