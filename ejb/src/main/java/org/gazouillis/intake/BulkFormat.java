package org.gazouillis.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The layouts of files that plan posts; recognised by their first row when nobody says which it is.
public enum BulkFormat {
    /// Hootsuite's bulk composer: date and time, message, link; usually without header.
    HOOTSUITE("date", "message", "link"),
    /// Sprout Social: `date`, `time_24hr`, `message_text`, and more that need not be there.
    SPROUT("date", "time_24hr", "message_text"),
    /// Buffer: `Text,Image URL,Tags,Posting Time`.
    BUFFER("Text", "Image URL", "Tags", "Posting Time"),
    /// Any other header, read by the names of its columns or by what the member says of them.
    GENERIC("when", "text", "link", "account", "campaign", "zone");

    private final List<String> columns;

    BulkFormat(String... columns) {
        this.columns = List.of(columns);
    }

    /// The columns as the vendor writes them.
    public List<String> columns() {
        return columns;
    }

    /// The name in the API and in the database.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ImportWishRefused when no format has this name
    public static BulkFormat of(String key) {
        for (var format : values()) {
            if (format.key().equals(key)) {
                return format;
            }
        }
        var known = Arrays.stream(values()).map(BulkFormat::key).collect(Collectors.joining(", "));
        throw new ImportWishRefused(
                "There is no layout '" + key + "'. Known are " + known + "; leave it out to have the file recognised.");
    }
}
