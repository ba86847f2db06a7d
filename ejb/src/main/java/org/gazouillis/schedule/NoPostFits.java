package org.gazouillis.schedule;

/// The campaign has no post that the wish fits: nothing was done.
public final class NoPostFits extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoPostFits() {
        super("The campaign has no such post that is still to go out. Nothing was done.");
    }
}
