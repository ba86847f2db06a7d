package org.gazouillis.network;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The network did not take it, and that is known: it said so, or nothing was sent. It may be sent again later.
public final class RetryableNetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    public RetryableNetworkException(String sentence, @Nullable Duration retryAfter) {
        super(sentence);
        this.retryAfter = retryAfter;
    }

    /// How long the network wants to be left alone by this account; empty when it did not say.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
