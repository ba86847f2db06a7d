package org.gazouillis.security;

import java.time.Duration;

/// Address and password do not fit, or there were too many tries; `wait` says how long to leave it.
public final class SignInRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    SignInRefused() {
        super("The e-mail address and the password do not fit together. Check both and try again.");
        this.wait = Duration.ZERO;
    }

    SignInRefused(Duration wait) {
        super("Too many tries. Wait " + wait.toMinutes() + " minutes, then try again.");
        this.wait = wait;
    }

    /// Zero when another try may be made at once.
    public Duration waitFor() {
        return wait;
    }
}
