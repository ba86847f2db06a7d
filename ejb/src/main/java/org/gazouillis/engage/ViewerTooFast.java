package org.gazouillis.engage;

import java.time.Duration;

/// A viewer, or one address with many new viewers, reports more often than people read.
public final class ViewerTooFast extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public ViewerTooFast(int limit, Duration retryAfter) {
        super("Views may be reported at most " + limit + " times a minute. Gather them and call again in "
                + retryAfter.toSeconds() + " s.");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
