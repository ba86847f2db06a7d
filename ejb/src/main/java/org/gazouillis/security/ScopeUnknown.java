package org.gazouillis.security;

/// A token was asked for with a scope that does not exist.
public final class ScopeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScopeUnknown() {
        super("The scopes of a token are \"read\" and \"write\"; at least one is needed.");
    }
}
