package org.gazouillis.tenancy;

/// Somebody unknown asked for what only members may have.
public final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSignedIn() {
        super("Sign in first, or send an API token in the Authorization header.");
    }
}
