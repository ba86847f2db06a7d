package org.gazouillis.schedule;

/// A recurrence rule cannot be read, or asks for what no series should do.
public final class RuleNotUsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleNotUsable(String message) {
        super(message);
    }
}
