package org.gazouillis.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret part of a feed's address: 256 random bits, of which only the SHA-256 is kept.
record FeedSecret(String text) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static FeedSecret fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    byte[] hash() {
        return hash(text);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// Never the secret: records go into logs.
    @Override
    public String toString() {
        return "FeedSecret";
    }
}
