package org.gazouillis.engage;

import java.time.Duration;

/// The disk takes no reports at the moment: it is full, or more wait for it than it can write.
public final class ReportsNotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    ReportsNotTaken(Throwable cause) {
        super(
                "Views and openings cannot be kept at the moment, so none of this call's are. Send it again in "
                        + RETRY_AFTER.toSeconds() + " s.",
                cause);
    }

    public Duration retryAfter() {
        return RETRY_AFTER;
    }
}
