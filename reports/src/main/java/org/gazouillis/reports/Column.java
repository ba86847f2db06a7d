package org.gazouillis.reports;

import static java.util.Objects.requireNonNull;

/// One column of a [ReportTable].
///
/// @param key  machine-readable name, the header of the file, such as `post_id`
/// @param type what its cells hold
public record Column(String key, CellType type) {
    public Column {
        requireNonNull(type, "type");
        if (key.isBlank()) {
            throw new IllegalArgumentException("A column needs a key: it is the header that scripts look for.");
        }
    }
}
