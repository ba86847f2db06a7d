package org.gazouillis.compose;

/// A draft that is too large, or one too many.
public final class DraftNotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DraftNotKept(String message) {
        super(message);
    }
}
