package org.gazouillis.intake;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The kinds of file that can be read; recognised by their header when nobody says which it is.
public enum SourceFormat {
    /// X/Twitter tweet activity, 2014–2023: one tweet a row, 40 columns of which 18 are promoted.
    X_ACTIVITY("x-activity"),
    /// X Analytics content, 2024 and later: one post a row, dates without time or zone.
    X_CONTENT("x-content"),
    /// Any headed CSV or JSON Lines file whose columns a [ColumnMapping], given or guessed, explains.
    MAPPED("mapped");

    private final String key;

    SourceFormat(String key) {
        this.key = key;
    }

    /// The name in the API and in the database.
    public String key() {
        return key;
    }

    /// @throws ImportWishRefused when no format has this name
    public static SourceFormat of(String key) {
        for (var format : values()) {
            if (format.key.equals(key)) {
                return format;
            }
        }
        var known = Arrays.stream(values()).map(SourceFormat::key).collect(Collectors.joining(", "));
        throw new ImportWishRefused("There is no file format '" + key + "'. Known are " + known
                + "; leave it out to have the file recognised by its header.");
    }
}
