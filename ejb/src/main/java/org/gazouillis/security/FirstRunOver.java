package org.gazouillis.security;

/// Somebody has begun this house already.
public final class FirstRunOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FirstRunOver() {
        super("This server has its first owner already. Sign in, or ask them for an invitation.");
    }
}
