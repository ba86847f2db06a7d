package org.gazouillis.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.UUID;

/// Hashes of passwords: PBKDF2-HMAC-SHA512 with 210,000 rounds, as the OWASP Password Storage Cheat Sheet asks.
@ApplicationScoped
public class Passwords {
    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    private String dummy = "";

    @PostConstruct
    void configure() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Iterations", "210000", "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512"));
        dummy = hash(UUID.randomUUID().toString());
    }

    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    boolean matches(String password, String hash) {
        return pbkdf2.verify(password.toCharArray(), hash);
    }

    /// Costs the time of a real comparison, so that the answer for an unknown address takes as long.
    void pretendToCompare(String password) {
        if (matches(password, dummy)) {
            throw new IllegalStateException("the dummy hash must match nothing that a person types");
        }
    }
}
