package org.gazouillis.compose;

/// An image that cannot be kept, or a description that cannot; the message says why and how to mend it.
public final class MediaRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MediaRefused(String message) {
        super(message);
    }
}
