package org.gazouillis.security;

import org.gazouillis.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// A stored secret cannot be opened: its key is not here, or it was not sealed for this account.
public final class SecretNotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretNotReadable(AccountId account, @Nullable Throwable cause) {
        super("The stored access of account " + account + " cannot be opened. Connect the account again.", cause);
    }
}
