package org.gazouillis.report;

/// The same Idempotency-Key came with another question.
public final class ExportKeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportKeyReused(String key) {
        super("The Idempotency-Key \"" + key + "\" was already used for another export."
                + " Use a new key for a new export, or repeat the first request unchanged.");
    }
}
