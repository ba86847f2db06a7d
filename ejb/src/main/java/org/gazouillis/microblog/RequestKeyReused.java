package org.gazouillis.microblog;

/// An `Idempotency-Key` came again with another status.
public final class RequestKeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RequestKeyReused(String key) {
        super("The Idempotency-Key \"" + key + "\" was already used for another status. Send a new key.");
    }
}
