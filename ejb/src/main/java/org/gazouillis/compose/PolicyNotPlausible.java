package org.gazouillis.compose;

/// House rules that cannot be kept; the message says which and how to mend them.
public final class PolicyNotPlausible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public PolicyNotPlausible(String field, String message) {
        super(message);
        this.field = field;
    }

    /// The rule in question: `banned`, `vocabulary` or `maxHashtags`.
    public String field() {
        return field;
    }
}
