package org.gazouillis.launch;

import java.util.Map;
import java.util.Optional;

/// Limits that an operator may set by environment variables.
final class Limits {
    private static final String LARGEST_UPLOAD = "GAZOUILLIS_MAX_POST_SIZE";

    private Limits() {}

    /// Bytes that one request may bring; empty when nobody said.
    static Optional<Long> largestUpload(Map<String, String> environment) {
        String text = environment.getOrDefault(LARGEST_UPLOAD, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[1-9]\\d{0,15}")) {
            throw new Refused(LARGEST_UPLOAD + " takes a number of bytes, such as 104857600, not " + text + ".");
        }
        return Optional.of(Long.valueOf(text));
    }
}
