package org.gazouillis.compose;

/// A template, snippet or variable that cannot be kept; the message says why and how to mend it.
public final class SnippetRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public SnippetRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /// `name` or `text`.
    public String field() {
        return field;
    }
}
