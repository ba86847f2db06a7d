package org.gazouillis.intake.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One record of a file.
///
/// @param line  physical line, from 1, on which it begins
/// @param cells by column name; a JSON `null` is absent, an empty CSV cell is the empty text
public record ForeignRow(long line, Map<String, String> cells) {
    public @Nullable String cell(String column) {
        return cells.get(column);
    }
}
