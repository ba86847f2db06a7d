package org.gazouillis.security;

import org.gazouillis.kernel.TypedId;
import org.jspecify.annotations.Nullable;

/// A stored secret cannot be opened: its key is not here, or it was not sealed for this owner.
public final class SecretNotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretNotReadable(TypedId owner, @Nullable Throwable cause) {
        super("The stored access of account " + owner + " cannot be opened. Connect the account again.", cause);
    }
}
