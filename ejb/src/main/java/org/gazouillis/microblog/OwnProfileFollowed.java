package org.gazouillis.microblog;

/// Nobody follows themselves: one's own statuses are in one's home anyway.
public final class OwnProfileFollowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OwnProfileFollowed() {
        super("A profile cannot follow itself; its own statuses are in its home timeline anyway.");
    }
}
