package org.gazouillis.security;

/// A new password is too short or among the first that anybody would try.
public final class PasswordTooWeak extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why it was refused.
    public enum Reason {
        TOO_SHORT,
        TOO_LONG,
        TOO_COMMON,
        LIKE_ADDRESS
    }

    private final Reason reason;

    PasswordTooWeak(Reason reason) {
        super(
                switch (reason) {
                    case TOO_SHORT -> "The password is too short. Take at least 8 characters, better 12.";
                    case TOO_LONG -> "The password is too long. Take at most 256 characters.";
                    case TOO_COMMON ->
                        "This password is among the most common ones. Take another, like four unrelated words.";
                    case LIKE_ADDRESS -> "The password must differ from the e-mail address and its parts.";
                });
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
