package org.gazouillis.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// The secret that the launcher shares with the server (`gazouillis.operator.secret`). Without one nobody is
/// operator.
final class OperatorSecret {
    private static final String SCHEME = "Operator ";

    private OperatorSecret() {}

    /// Compares in a time that tells nothing about how much of it was right.
    ///
    /// @throws OperatorUnknown when the header is missing or wrong
    static void require(@Nullable String authorization) {
        String secret = System.getProperty("gazouillis.operator.secret", "");
        if (secret.isBlank() || authorization == null || !authorization.startsWith(SCHEME)) {
            throw new OperatorUnknown();
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, secret.getBytes(StandardCharsets.UTF_8))) {
            throw new OperatorUnknown();
        }
    }
}
