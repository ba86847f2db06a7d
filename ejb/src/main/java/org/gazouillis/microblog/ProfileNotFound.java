package org.gazouillis.microblog;

/// Nobody on the micro-blog has this id or handle.
public final class ProfileNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProfileNotFound(String idOrHandle) {
        super("There is no profile \"" + idOrHandle + "\" on this micro-blog.");
    }
}
