package org.gazouillis.intake.file;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises a CSV file without header: its first cell is a date. The separator is the character right behind that
/// cell, for the rest of the line is a text that may hold any of them.
final class Headless {
    private static final Pattern DATE_FIRST = Pattern.compile(
            "\"?\\s*\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}[ T]?[^,;\\t\"\\r\\n]{0,20}\"?\\s*([,;\\t]).*", Pattern.DOTALL);

    private Headless() {}

    static @Nullable Character separator(String beginning) {
        var match = DATE_FIRST.matcher(beginning);
        return match.matches() ? Character.valueOf(match.group(1).charAt(0)) : null;
    }
}
