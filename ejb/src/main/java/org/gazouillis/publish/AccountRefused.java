package org.gazouillis.publish;

/// An account cannot be connected or used as it was given; `field` names what to mend.
public final class AccountRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public AccountRefused(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /// `network`, `endpoint`, `token` or `account`.
    public String field() {
        return field;
    }
}
