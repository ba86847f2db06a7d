package org.gazouillis.web.access;

/// Only whoever runs the server may do this, and the request did not prove to come from there.
public final class OperatorUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperatorUnknown() {
        super("This needs the header \"Authorization: Operator <secret>\" with the secret of this server.");
    }
}
