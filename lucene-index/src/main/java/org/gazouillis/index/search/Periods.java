package org.gazouillis.index.search;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.search.Period.Clocked;
import org.gazouillis.index.search.Period.Days;
import org.gazouillis.index.search.Period.LastDays;
import org.gazouillis.index.search.Period.LastHours;
import org.gazouillis.index.search.Period.Present;

/// Reads times: a year, month or day of the calendar, a time of day, or a name such as `yesterday` and `last-7d`.
final class Periods {

    private static final String FORMS = "2026-01-31, 2026-01, 2026, 2026-01-31T09:30, 2026-01-31T09:30Z, today, "
            + "yesterday, this-week, last-week, this-month, last-month, this-year, last-year, last-7d, last-24h, last-4w";

    private static final Pattern DATED = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    /// X writes `2026-01-31_09:30:00_UTC`.
    private static final Pattern TIMED = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T_](\\d{2}:\\d{2}(:\\d{2})?)(?:(Z|_UTC)|([+-]\\d{2}:?\\d{2}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST = Pattern.compile("last-([1-9]\\d{0,3})([hdw])");

    private static final Map<String, Period> NAMED = Map.of(
            "today", new Present(ChronoUnit.DAYS, 0),
            "yesterday", new Present(ChronoUnit.DAYS, 1),
            "this-week", new Present(ChronoUnit.WEEKS, 0),
            "last-week", new Present(ChronoUnit.WEEKS, 1),
            "this-month", new Present(ChronoUnit.MONTHS, 0),
            "last-month", new Present(ChronoUnit.MONTHS, 1),
            "this-year", new Present(ChronoUnit.YEARS, 0),
            "last-year", new Present(ChronoUnit.YEARS, 1));

    private Periods() {}

    /// The names of times, such as `yesterday`; of those with a number the usual ones.
    static List<String> names() {
        return Stream.concat(NAMED.keySet().stream(), Stream.of("last-24h", "last-7d", "last-28d"))
                .sorted()
                .toList();
    }

    static Period read(Lexeme lexeme, String value) {
        try {
            return dated(value)
                    .or(() -> named(value))
                    .or(() -> timed(value))
                    .orElseThrow(() -> noPeriod(lexeme, value));
        } catch (DateTimeException noSuchDay) {
            var fault =
                    lexeme.fault(Fault.BAD_DATE, "there is no such time in the calendar; choose another.", "", FORMS);
            fault.initCause(noSuchDay);
            throw fault;
        }
    }

    private static QuerySyntaxException noPeriod(Lexeme lexeme, String value) {
        String instead = Spelling.nearest(value.toLowerCase(Locale.ROOT), NAMED.keySet().stream())
                .orElse("");
        String mend = instead.isEmpty()
                ? "write the day as year-month-day, such as 2026-01-31, or use one of: " + FORMS + "."
                : "did you mean " + instead + "?";
        return lexeme.fault(Fault.BAD_DATE, mend, instead, FORMS);
    }

    private static Optional<Period> named(String value) {
        String name = value.toLowerCase(Locale.ROOT);
        Matcher last = LAST.matcher(name);
        if (!last.matches()) {
            return Optional.ofNullable(NAMED.get(name));
        }
        int count = Integer.parseInt(last.group(1));
        return Optional.of(
                switch (last.group(2)) {
                    case "h" -> new LastHours(count);
                    case "d" -> new LastDays(count);
                    default -> new LastDays(7 * count);
                });
    }

    private static Optional<Period> dated(String value) {
        Matcher dated = DATED.matcher(value);
        if (!dated.matches()) {
            return Optional.empty();
        }
        String month = dated.group(2);
        String day = dated.group(3);
        LocalDate first = LocalDate.of(
                Integer.parseInt(dated.group(1)),
                month == null ? 1 : Integer.parseInt(month),
                day == null ? 1 : Integer.parseInt(day));
        ChronoUnit unit = month == null ? ChronoUnit.YEARS : day == null ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
        return Optional.of(new Days(first, first.plus(1, unit)));
    }

    private static Optional<Period> timed(String value) {
        Matcher timed = TIMED.matcher(value);
        if (!timed.matches()) {
            return Optional.empty();
        }
        LocalDateTime from = LocalDate.parse(Objects.requireNonNull(timed.group(1)))
                .atTime(LocalTime.parse(Objects.requireNonNull(timed.group(2))));
        Duration length = timed.group(3) == null ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
        if (timed.group(4) != null) {
            return Optional.of(new Clocked(from, length, ZoneOffset.UTC));
        }
        String offset = timed.group(5);
        return Optional.of(new Clocked(from, length, offset == null ? null : ZoneOffset.of(offset)));
    }
}
