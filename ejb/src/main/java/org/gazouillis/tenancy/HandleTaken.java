package org.gazouillis.tenancy;

/// Somebody else has this handle already; handles are unique on the whole micro-blog.
public final class HandleTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HandleTaken(String handle) {
        super("The handle @" + handle + " is taken already. Choose another one.");
    }
}
