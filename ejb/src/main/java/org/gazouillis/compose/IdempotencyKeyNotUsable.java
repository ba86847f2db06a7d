package org.gazouillis.compose;

/// The Idempotency-Key is blank or too long.
public final class IdempotencyKeyNotUsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyNotUsable(int longest) {
        super("An Idempotency-Key has 1 to " + longest + " characters; a UUID will do.");
    }
}
