package org.gazouillis.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret part of an address that opens something without signing in: 256 random bits, of which only the SHA-256 is
/// kept.
public record LinkSecret(String text) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static LinkSecret fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    public byte[] hash() {
        return hash(text);
    }

    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// Never the secret: records go into logs.
    @Override
    public String toString() {
        return "LinkSecret";
    }
}
