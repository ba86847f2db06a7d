package org.gazouillis.dashboard;

/// A view that cannot be kept; the message says why and how to mend it.
public final class SavedViewRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    SavedViewRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /// `name`, `state` or `shared`.
    public String field() {
        return field;
    }
}
