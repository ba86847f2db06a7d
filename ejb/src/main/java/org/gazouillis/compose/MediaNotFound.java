package org.gazouillis.compose;

/// The brand has no such image.
public final class MediaNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MediaNotFound(String media) {
        super("There is no image " + media + " in the brand's library. Upload it first, or choose another.");
    }
}
