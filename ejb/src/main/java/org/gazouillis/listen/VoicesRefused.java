package org.gazouillis.listen;

/// Voices that cannot be kept; the message says why and how to mend it.
public final class VoicesRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VoicesRefused(String message) {
        super(message);
    }
}
