package org.gazouillis.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a new password must be, after NIST SP 800-63B and OWASP: long enough, not among the commonest, not the
/// address; and nothing about capitals and digits.
public final class PasswordRule {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /// @throws PasswordTooWeak with the reason
    public static void check(String password, String email) {
        int length = password.codePointCount(0, password.length());
        String plain = password.toLowerCase(Locale.ROOT);
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            throw new PasswordTooWeak(PasswordTooWeak.Reason.TOO_SHORT);
        }
        if (length > LONGEST) {
            throw new PasswordTooWeak(PasswordTooWeak.Reason.TOO_LONG);
        }
        if (COMMON.contains(plain) || plain.chars().distinct().count() < 3) {
            throw new PasswordTooWeak(PasswordTooWeak.Reason.TOO_COMMON);
        }
        if (address.contains(plain)) {
            throw new PasswordTooWeak(PasswordTooWeak.Reason.LIKE_ADDRESS);
        }
    }

    private static Set<String> common() {
        try (InputStream file = PasswordRule.class.getResourceAsStream("common-passwords.txt")) {
            if (file == null) {
                throw new IllegalStateException("common-passwords.txt is missing beside PasswordRule.");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("common-passwords.txt cannot be read.", unreadable);
        }
    }
}
