package org.gazouillis.link;

/// A code cannot be used for a short link; the message says why.
public final class CodeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why.
    public enum Reason {
        SIGNS,
        RESERVED,
        TAKEN
    }

    private final Reason reason;

    public CodeRefused(Reason reason, String why) {
        super(why);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
