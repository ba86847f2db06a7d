package org.gazouillis.link;

/// An address cannot be shortened; the message says why.
public final class TargetRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why.
    public enum Reason {
        LENGTH,
        SCHEME,
        SIGNS,
        CREDENTIALS,
        HOST,
        LOOP
    }

    private final Reason reason;

    public TargetRefused(Reason reason, String why) {
        super(why);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
