package org.gazouillis.intake.bulk;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gazouillis.intake.BulkRule;
import org.gazouillis.intake.BulkWish;
import org.jspecify.annotations.Nullable;

/// Reads the day at the beginning of a cell, and gives back what follows it.
final class DayReader {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[ T,]+(.+))?", Pattern.DOTALL);
    private static final int CENTURY = 2000;
    private static final int MONTHS = 12;
    private static final List<DateTimeFormatter> NAMED = List.of(
            named("d MMMM uuuu", Locale.ENGLISH),
            named("d MMM uuuu", Locale.ENGLISH),
            named("MMMM d, uuuu", Locale.ENGLISH),
            named("MMM d, uuuu", Locale.ENGLISH),
            named("d MMMM uuuu", Locale.FRENCH));

    private final ColumnOrder order;
    private final @Nullable String said;

    /// @param said [BulkWish#DAY_FIRST], [BulkWish#MONTH_FIRST], or null to go by the column
    DayReader(ColumnOrder order, @Nullable String said) {
        this.order = order;
        this.said = said;
    }

    record Day(LocalDate date, String rest) {}

    /// @throws CellRefused when there is no day, or day and month cannot be told apart
    Day read(String column, String value) {
        Matcher year = YEAR_FIRST.matcher(value);
        if (year.matches()) {
            return day(column, value, year.group(1), year.group(3), year.group(4), year.group(5));
        }
        Matcher numbers = ColumnOrder.NUMBERS.matcher(value);
        if (numbers.matches()) {
            boolean dayFirst = isDayFirst(column, value, numbers);
            return day(
                    column,
                    value,
                    numbers.group(4),
                    numbers.group(dayFirst ? 3 : 1),
                    numbers.group(dayFirst ? 1 : 3),
                    numbers.group(5));
        }
        for (var format : NAMED) {
            var end = new ParsePosition(0);
            try {
                var date = LocalDate.from(format.parse(value, end));
                return new Day(date, value.substring(end.getIndex()).strip().replaceFirst("^(,|at|à)\\s*", ""));
            } catch (DateTimeException doesNotFit) {
                continue;
            }
        }
        throw unreadable(column, value);
    }

    private boolean isDayFirst(String column, String value, Matcher numbers) {
        if (said != null) {
            return said.equals(BulkWish.DAY_FIRST);
        }
        boolean same = numbers.group(1).equals(numbers.group(3));
        return switch (order.verdict()) {
            case DAY_FIRST -> true;
            case MONTH_FIRST -> false;
            case CONTRADICTORY ->
                throw new CellRefused(
                        column,
                        value,
                        BulkRule.DATE_CONTRADICTORY,
                        "The column contradicts itself: line " + order.dayLine() + " can only be day first, line "
                                + order.monthLine() + " only month first.",
                        order.dayLine(),
                        order.monthLine());
            case OPEN -> {
                if (!same && Integer.parseInt(numbers.group(3)) <= MONTHS) {
                    throw new CellRefused(
                            column,
                            value,
                            BulkRule.DATE_AMBIGUOUS,
                            "Day and month cannot be told apart, here and in the whole column.");
                }
                yield true;
            }
        };
    }

    private static Day day(String column, String value, String year, String month, String day, @Nullable String rest) {
        int number = Integer.parseInt(year);
        try {
            var date = LocalDate.of(
                    number < 100 ? CENTURY + number : number, Integer.parseInt(month), Integer.parseInt(day));
            return new Day(date, rest == null ? "" : rest.strip());
        } catch (DateTimeException noSuchDay) {
            throw unreadable(column, value);
        }
    }

    static CellRefused unreadable(String column, String value) {
        return new CellRefused(
                column, value, BulkRule.DATE_UNREADABLE, "This is no day and time that can be read for certain.");
    }

    private static DateTimeFormatter named(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
