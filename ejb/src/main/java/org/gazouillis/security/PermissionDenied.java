package org.gazouillis.security;

/// The member sees the brand but may not do this with it.
public final class PermissionDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PermissionDenied(Permission missing) {
        super("This needs the right to "
                + missing.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + " for the brand. Ask an owner of the workspace for a role that has it.");
    }

    public PermissionDenied(String tokenScope) {
        super("This token lacks the scope \"" + tokenScope + "\". Make a token that has it.");
    }
}
