package org.gazouillis.intake;

import java.util.Locale;

/// How the rows of a file become posts.
public enum BulkMode {
    /// Not yet: they are looked at and shown.
    PREVIEW,
    /// All together, or none when one is wrong.
    ALL_OR_NOTHING,
    /// Those that are right; wrong ones are left out and told.
    ROW_BY_ROW;

    /// The name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws ImportWishRefused when there is no such mode
    public static BulkMode of(String key) {
        for (var mode : values()) {
            if (mode.key().equals(key)) {
                return mode;
            }
        }
        throw new ImportWishRefused(
                "There is no mode '" + key + "'. Known are preview, all-or-nothing and row-by-row.");
    }
}
