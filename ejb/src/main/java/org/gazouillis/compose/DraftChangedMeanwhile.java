package org.gazouillis.compose;

/// Another window has saved this draft since.
public final class DraftChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DraftChangedMeanwhile(int expected, int actual) {
        super("Another window has saved this draft: you know edition " + expected + ", it is at " + actual
                + ". Read it again, or keep yours as a new draft.");
    }
}
