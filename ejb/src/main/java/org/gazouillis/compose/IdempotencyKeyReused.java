package org.gazouillis.compose;

/// The same Idempotency-Key came with a different body.
public final class IdempotencyKeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused(String key) {
        super("The Idempotency-Key \"" + key + "\" was already used for another request."
                + " Use a new key for a new post, or repeat the first request unchanged.");
    }
}
