package org.gazouillis.dashboard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.gazouillis.kernel.TimeRange;
import org.jspecify.annotations.Nullable;

/// A period of a brand, in its zone. Figures are kept by quarters of an hour: the ends are moved outwards to one.
public record Period(TimeRange range, ZoneId zone) {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int DAYS_OF_WEEK = 7;

    public Period {
        range = new TimeRange(floor(range.from()), ceiling(range.to()));
    }

    /// Whole local days, both included.
    public static Period ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        if (last.isBefore(first)) {
            throw new PeriodNotReadable("The period ends on " + last + ", before it begins on " + first + ".");
        }
        return new Period(TimeRange.ofDays(first, last, zone), zone);
    }

    /// The last `days` days, of which today, until the end of this quarter of an hour, is the last.
    ///
    /// @throws PeriodNotReadable when that is less than one
    public static Period lastDays(int days, ZoneId zone, Instant now) {
        if (days < 1) {
            throw new PeriodNotReadable("A period has 1 day or more, not " + days + ".");
        }
        Instant first = LocalDate.ofInstant(now, zone)
                .minusDays(days - 1L)
                .atStartOfDay(zone)
                .toInstant();
        return new Period(new TimeRange(first, now.plusNanos(1)), zone);
    }

    /// Reads ends that are dates (`2026-11-23`: whole days in the zone, the last one included) or instants
    /// (`2026-11-23T09:00:00+01:00`, the last one excluded). Without a beginning it is seven days, without an end
    /// it ends now.
    ///
    /// @throws PeriodNotReadable when an end is neither, or the order is wrong
    public static Period parse(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
        return new Period(parseExactly(from, to, zone, now), zone);
    }

    /// The same, with ends as they were said: for rows that bear an instant of their own.
    public static TimeRange parseExactly(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
        Instant end = isGiven(to) ? end(to, zone) : now;
        Instant start = isGiven(from)
                ? start(from, zone)
                : LocalDate.ofInstant(end.minusNanos(1), zone)
                        .minusDays(6)
                        .atStartOfDay(zone)
                        .toInstant();
        if (!start.isBefore(end)) {
            throw new PeriodNotReadable("The period must end after it begins: from " + start + " to " + end + ".");
        }
        return new TimeRange(start, end);
    }

    public LocalDate firstDay() {
        return LocalDate.ofInstant(range.from(), zone);
    }

    public LocalDate lastDay() {
        return LocalDate.ofInstant(range.to().minusNanos(1), zone);
    }

    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1);
    }

    /// As many local days right before this one, until the same time of the day where this one has a part of a day,
    /// so that equals are compared; Mondays meet Mondays when the number of days is a multiple of seven.
    public Period previous() {
        return moved(time -> time.minusDays(days()));
    }

    /// As many local days in whole weeks before this one, so that each weekday meets its like.
    public Period weeksBefore() {
        int weeks = (days() + DAYS_OF_WEEK - 1) / DAYS_OF_WEEK;
        return moved(time -> time.minusWeeks(weeks));
    }

    /// The same dates a year before.
    public Period yearBefore() {
        return moved(time -> time.minusYears(1));
    }

    /// As many days from another date on.
    ///
    /// @throws PeriodNotReadable when it is no date
    public Period beginning(String date) {
        if (!isDate(date)) {
            throw new PeriodNotReadable("\"" + date + "\" is not a date like 2026-11-23.");
        }
        LocalDate first = date(date);
        return ofDays(first, first.plusDays(days() - 1L), zone);
    }

    private Period moved(UnaryOperator<ZonedDateTime> back) {
        return new Period(
                new TimeRange(
                        back.apply(range.from().atZone(zone)).toInstant(),
                        back.apply(range.to().atZone(zone)).toInstant()),
                zone);
    }

    /// @throws PeriodNotReadable when it is too long to be cut into such steps
    public Period requireAtMost(Step step) {
        if (days() > step.mostDays()) {
            throw new PeriodNotReadable("Buckets of one " + step.key() + " are given for at most " + step.mostDays()
                    + " days, not " + days() + ". Ask for a shorter period or wider buckets.");
        }
        return this;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Instant start(@Nullable String text, ZoneId zone) {
        return isDate(text) ? date(text).atStartOfDay(zone).toInstant() : instant(text);
    }

    private static Instant end(@Nullable String text, ZoneId zone) {
        return isDate(text) ? date(text).plusDays(1).atStartOfDay(zone).toInstant() : instant(text);
    }

    private static boolean isDate(@Nullable String text) {
        return text != null && text.strip().matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static LocalDate date(@Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text).strip());
        } catch (DateTimeException noSuchDay) {
            throw notReadable(text);
        }
    }

    /// An unescaped `+` of a URL comes as a space.
    private static Instant instant(@Nullable String text) {
        try {
            return OffsetDateTime.parse(String.valueOf(text).strip().replace(' ', '+'))
                    .toInstant();
        } catch (DateTimeException neither) {
            throw notReadable(text);
        }
    }

    private static PeriodNotReadable notReadable(@Nullable String text) {
        return new PeriodNotReadable(
                "\"" + text + "\" is neither a date like 2026-11-23 nor a time like 2026-11-23T09:00:00+01:00.");
    }

    private static Instant floor(Instant time) {
        return time.minusSeconds(Math.floorMod(time.getEpochSecond(), QUARTER.toSeconds()))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant ceiling(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? time : floor.plus(QUARTER);
    }
}
