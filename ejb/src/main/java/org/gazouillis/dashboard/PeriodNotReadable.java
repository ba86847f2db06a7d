package org.gazouillis.dashboard;

/// The asked period or its buckets make no sense, or are more than is given at once.
public final class PeriodNotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PeriodNotReadable(String message) {
        super(message);
    }
}
