package org.gazouillis.intake.bulk;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gazouillis.intake.BulkRule;
import org.jspecify.annotations.Nullable;

/// Reads the time of day: `10:30`, `10:30:00`, `10h30`, `9:30 PM`, with or without an offset behind it.
final class TimeReader {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})(?:[:hH](\\d{2})?(?::(\\d{2})(?:\\.\\d{1,9})?)?)?\\s*([AaPp])?(?:\\.?[Mm]\\.?)?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?");
    private static final int NOON = 12;

    private TimeReader() {}

    /// @param offset null when the text gives none
    record Time(LocalTime time, @Nullable ZoneId offset) {}

    /// @throws CellRefused when there is no time
    static Time read(String column, String shown, String text) {
        if (text.isBlank()) {
            throw new CellRefused(column, shown, BulkRule.TIME_MISSING, "The day has no time of day.");
        }
        var match = TIME.matcher(text.strip());
        var isClock = match.matches() && (match.group(4) != null || text.matches("(?s)\\s*\\d{1,2}[:hH].*"));
        if (!isClock) {
            throw DayReader.unreadable(column, shown);
        }
        try {
            int hour = Integer.parseInt(match.group(1));
            var half = match.group(4);
            return new Time(
                    LocalTime.of(
                            half == null ? hour : hour(hour, half), number(match.group(2)), number(match.group(3))),
                    offset(match.group(5)));
        } catch (DateTimeException noSuchTime) {
            throw DayReader.unreadable(column, shown);
        }
    }

    private static int hour(int hour, String half) {
        if (hour < 1 || hour > NOON) {
            throw new DateTimeException("no hour of half a day");
        }
        return hour % NOON + (half.toUpperCase(Locale.ROOT).equals("P") ? NOON : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static @Nullable ZoneId offset(@Nullable String text) {
        return text == null ? null : text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }
}
