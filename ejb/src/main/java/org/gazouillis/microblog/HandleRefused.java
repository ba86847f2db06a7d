package org.gazouillis.microblog;

/// A handle that is taken or that no profile can have.
public final class HandleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private HandleRefused(String message) {
        super(message);
    }

    static HandleRefused taken(String handle) {
        return new HandleRefused("The handle @" + handle + " is taken. Choose another.");
    }

    static HandleRefused malformed(String handle) {
        return new HandleRefused(
                "\"" + handle + "\" is no handle: use 1 to 30 letters a–z, digits and underscores, without @.");
    }
}
