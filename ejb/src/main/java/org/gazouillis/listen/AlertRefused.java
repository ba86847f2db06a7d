package org.gazouillis.listen;

/// An alert that cannot be set so; the message says why and how to mend it.
public final class AlertRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public AlertRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /// As it is called in the API: `quietTo`, `strength`, …
    public String field() {
        return field;
    }
}
