package org.gazouillis.engage;

import java.time.Duration;

/// A viewer, or one address with many new viewers, reports views and openings more often than people read.
public final class ViewerTooFast extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public ViewerTooFast(int limit, Duration retryAfter) {
        super("Views and openings may be reported at most " + limit + " times a minute. Gather them and call again in "
                + retryAfter.toSeconds() + " s.");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
