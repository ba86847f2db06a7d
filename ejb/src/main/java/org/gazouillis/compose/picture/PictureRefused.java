package org.gazouillis.compose.picture;

/// A file that is no picture we show; the message says why and what to send instead.
public final class PictureRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PictureRefused(String message) {
        super(message);
    }
}
