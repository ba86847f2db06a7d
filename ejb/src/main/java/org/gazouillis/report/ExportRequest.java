package org.gazouillis.report;

/// A request that may come again: with the same key it makes the same export.
///
/// @param key     of the caller's own choice
/// @param request what came with it, to tell another request under the same key
public record ExportRequest(String key, String request) {
    private static final int LONGEST = 200;

    /// @throws ReportRefused when the key is blank or too long
    public ExportRequest {
        if (key.isBlank() || key.length() > LONGEST) {
            throw new ReportRefused(
                    "Idempotency-Key", "An Idempotency-Key has 1 to " + LONGEST + " characters; a UUID will do.");
        }
    }
}
