package org.gazouillis.timeline;

/// This node already pushes to as many open readers as it may.
public final class TooManyReaders extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyReaders(int most) {
        super("This server already pushes to " + most + " open readers. Try again in a minute, or poll the timeline.");
    }
}
