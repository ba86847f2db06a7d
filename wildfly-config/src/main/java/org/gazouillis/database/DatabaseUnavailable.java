package org.gazouillis.database;

import org.jspecify.annotations.Nullable;

/// The embedded PostgreSQL cannot be used; the message says what, where and how to mend it.
public class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
