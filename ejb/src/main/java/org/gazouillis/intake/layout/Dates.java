package org.gazouillis.intake.layout;

import java.text.ParsePosition;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.jspecify.annotations.Nullable;

/// Reads the dates of one column. A wall-clock time without zone is read in `zone`; where clocks go back, the earlier
/// of the two instants is taken, where they jump, the instant after the gap.
final class Dates {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final Pattern EPOCH = Pattern.compile("\\d{9,16}(\\.0+)?");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']H:mm")
            .optionalStart()
            .appendPattern(":ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[' ']")
            .appendPattern("[XXX][XX][X][z]")
            .optionalEnd()
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final List<DateTimeFormatter> KNOWN = List.of(
            ISO,
            strict("EEE MMM d HH:mm:ss XX uuuu"), // the Twitter API
            strict("EEE, d MMM uuuu HH:mm:ss [z][XX]"), // RFC 1123
            strict("EEE[,] MMM d[,] uuuu"), // X Analytics
            strict("MMM d, uuuu[ h:mm[:ss] a][ H:mm[:ss]]"),
            strict("d MMM uuuu[ H:mm[:ss]]"));
    private static final List<DateTimeFormatter> TIMES = List.of(strict("H:mm[:ss]"), strict("h:mm[:ss] a"));

    private final String column;
    private final ZoneId zone;
    private final Clock clock;
    private final DateOrder order;
    private final @Nullable DateTimeFormatter given;

    Dates(String column, ZoneId zone, Clock clock, DateOrder order, @Nullable String pattern) {
        this.column = column;
        this.zone = zone;
        this.clock = clock;
        this.order = order;
        given = pattern == null ? null : strict(properYears(pattern));
    }

    /// @throws RowRefused when there is no date, or it cannot be read for certain, or it cannot be true
    ForeignTime read(@Nullable String value) {
        if (value == null) {
            throw refused("", RejectRule.DATE_MISSING, "The date is empty. Fill it in, or take the row out.");
        }
        var time = parse(value.strip());
        if (time.at().isBefore(EARLIEST) || time.at().isAfter(clock.instant().plus(CLOCK_SKEW))) {
            throw refused(
                    value,
                    RejectRule.DATE_OUT_OF_RANGE,
                    "The date lies before 1990 or in the future. Correct the year.");
        }
        return time;
    }

    private ForeignTime parse(String value) {
        if (given != null) {
            return time(value, given, "The date does not fit the given pattern. Correct it, or the pattern.");
        }
        if (EPOCH.matcher(value).matches()) {
            return new ForeignTime(epoch(value), false);
        }
        var numbers = DateOrder.NUMBERS.matcher(value);
        if (numbers.matches()) {
            return ordered(value, numbers);
        }
        for (var known : KNOWN) {
            var parsed = tried(value, known);
            if (parsed != null) {
                return time(parsed);
            }
        }
        throw unreadable(value);
    }

    /// Seconds, milliseconds or microseconds since 1970, told apart by their length.
    private static Instant epoch(String value) {
        var digits = value.indexOf('.') < 0 ? value : value.substring(0, value.indexOf('.'));
        long number = Long.parseLong(digits);
        if (digits.length() <= 10) {
            return Instant.ofEpochSecond(number);
        }
        return digits.length() <= 13
                ? Instant.ofEpochMilli(number)
                : Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1_000);
    }

    private ForeignTime ordered(String value, Matcher numbers) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        var isDayFirst = order.isDayFirst() || first > 12 || numbers.group(2).equals(".");
        if (!isDayFirst && !order.isMonthFirst() && second <= 12 && first != second) {
            throw refused(
                    value,
                    RejectRule.DATE_AMBIGUOUS,
                    "Day and month cannot be told apart. Give a date pattern such as M/d/yyyy in the mapping.");
        }
        int year = Integer.parseInt(numbers.group(4));
        try {
            var date = LocalDate.of(
                    year < 100 ? 2000 + year : year, isDayFirst ? second : first, isDayFirst ? first : second);
            var rest = numbers.group(5);
            return rest == null ? day(date) : wallClock(date.atTime(time(value, rest.strip())));
        } catch (DateTimeException noSuchDay) {
            throw unreadable(value);
        }
    }

    private LocalTime time(String value, String text) {
        for (var format : TIMES) {
            var parsed = tried(text, format);
            if (parsed != null) {
                return LocalTime.from(parsed);
            }
        }
        throw unreadable(value);
    }

    private ForeignTime time(String value, DateTimeFormatter format, String reason) {
        var parsed = tried(value, format);
        if (parsed == null || parsed.query(TemporalQueries.localDate()) == null) {
            throw refused(value, RejectRule.DATE_UNREADABLE, reason);
        }
        return time(parsed);
    }

    private ForeignTime time(TemporalAccessor parsed) {
        var date = LocalDate.from(parsed);
        var time = parsed.query(TemporalQueries.localTime());
        if (time == null) {
            return day(date);
        }
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return new ForeignTime(OffsetDateTime.from(parsed).toInstant(), false);
        }
        var ownZone = parsed.query(TemporalQueries.zone());
        return ownZone == null
                ? wallClock(date.atTime(time))
                : new ForeignTime(ZonedDateTime.of(date, time, ownZone).toInstant(), false);
    }

    private ForeignTime day(LocalDate date) {
        return new ForeignTime(date.atStartOfDay(zone).toInstant(), true);
    }

    private ForeignTime wallClock(LocalDateTime local) {
        return new ForeignTime(local.atZone(zone).toInstant(), false);
    }

    private static @Nullable TemporalAccessor tried(String value, DateTimeFormatter format) {
        var position = new ParsePosition(0);
        try {
            var parsed = format.parse(value, position);
            return position.getIndex() == value.length() ? parsed : null;
        } catch (DateTimeException doesNotFit) {
            return null;
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// `y` is the year of an era, which strict reading refuses without the era; people mean the year.
    private static String properYears(String pattern) {
        var parts = pattern.split("'", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replace('y', 'u');
        }
        return String.join("'", parts);
    }

    private RowRefused unreadable(String value) {
        return refused(
                value,
                RejectRule.DATE_UNREADABLE,
                "The date cannot be read. Write it as 2026-07-14T09:00:00+02:00, or give a date pattern in the mapping.");
    }

    private RowRefused refused(String value, RejectRule rule, String reason) {
        return new RowRefused(column, value, rule, reason);
    }
}
