package org.gazouillis.web.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// Times as requests write them. Only ISO 8601, with four digits of the year: what could be meant otherwise is
/// refused, with a hint, and never guessed.
public final class GivenTime {
    private static final Pattern LOST_PLUS = Pattern.compile(".*T[0-9:.]+ \\d\\d:\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}-.*");

    private GivenTime() {}

    /// An instant with its offset, such as `2026-11-23T09:30+01:00`. A leap second (`23:59:60Z`) is the second
    /// before.
    ///
    /// @throws TimeNotReadable when it is not
    public static Instant instant(String given) {
        String mend = "Write it like 2026-11-23T09:30:00Z or 2026-11-23T09:30+01:00.";
        if (LOST_PLUS.matcher(given).matches()) {
            throw TimeNotReadable.of(given, "Its + became a space on the way: write it as %2B in an address.");
        }
        if (NUMBER.matcher(given).matches()) {
            throw TimeNotReadable.of(given, "A number is not read as a time, it could be seconds or less. " + mend);
        }
        requireYear(given, mend);
        try {
            return given.endsWith(":60Z")
                    ? Instant.parse(given)
                    : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeParseException malformed) {
            throw TimeNotReadable.of(given, mend);
        }
    }

    /// A time by the clock on the wall, such as `2026-11-23T09:30`.
    ///
    /// @throws TimeNotReadable when it is not
    public static LocalDateTime local(String given) {
        String mend = "Write a local time like 2026-11-23T09:30, without offset.";
        requireYear(given, mend);
        try {
            return LocalDateTime.parse(given);
        } catch (DateTimeParseException malformed) {
            throw TimeNotReadable.of(given, mend);
        }
    }

    /// A day, such as `2026-11-23`.
    ///
    /// @throws TimeNotReadable when it is not
    public static LocalDate day(String given) {
        String mend = "Write a day like 2026-11-23.";
        requireYear(given, mend);
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException malformed) {
            throw TimeNotReadable.of(given, mend);
        }
    }

    private static void requireYear(String given, String mend) {
        if (!FOUR_DIGITS.matcher(given).matches()) {
            throw TimeNotReadable.of(given, mend);
        }
    }
}
