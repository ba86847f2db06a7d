package org.gazouillis.listen;

/// A search that cannot be kept; the message says why and how to mend it.
public final class SavedSearchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    SavedSearchRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /// `name`, `query`, `sharedWith` or `searches`.
    public String field() {
        return field;
    }
}
