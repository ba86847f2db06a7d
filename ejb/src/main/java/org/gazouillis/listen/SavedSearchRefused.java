package org.gazouillis.listen;

/// A search that cannot be kept; the message says why and how to mend it.
public final class SavedSearchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    SavedSearchRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    static SavedSearchRefused foreignList(String name, String brand) {
        return new SavedSearchRefused(
                "query",
                "@" + brand + " has no list \"" + name + "\". A search that is shared with a brand can name lists of"
                        + " that brand only, because nobody else sees yours: make the list there, or keep the search"
                        + " private.");
    }

    /// `name`, `query`, `sharedWith` or `searches`.
    public String field() {
        return field;
    }
}
