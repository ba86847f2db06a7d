package org.gazouillis.web.access;

/// The request brought a token that is unknown, was revoked, or belongs to a member who left.
public final class TokenNotAccepted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TokenNotAccepted() {
        super("This API token is not known or was revoked. Make a new one with ./gazouillis token EMAIL.");
    }
}
