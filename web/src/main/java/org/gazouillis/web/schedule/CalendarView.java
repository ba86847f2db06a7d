package org.gazouillis.web.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How much of the plan one page shows, and how the pages follow each other.
public enum CalendarView {
    MONTH,
    WEEK,
    DAY,
    LIST;

    private static final int WEEK_DAYS = 7;

    static CalendarView of(@Nullable String name) {
        for (CalendarView view : values()) {
            if (view.key().equals(name)) {
                return view;
            }
        }
        return WEEK;
    }

    /// As it stands in addresses.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The first day shown: whole weeks around a month, so that every row is full.
    LocalDate first(LocalDate date, DayOfWeek weekStart) {
        return switch (this) {
            case MONTH -> date.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(weekStart));
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(weekStart));
            case DAY, LIST -> date;
        };
    }

    /// The last day shown; a list has no end of its own and is cut by number.
    LocalDate last(LocalDate date, DayOfWeek weekStart) {
        return switch (this) {
            case MONTH ->
                date.with(TemporalAdjusters.lastDayOfMonth()).with(TemporalAdjusters.nextOrSame(weekStart.minus(1)));
            case WEEK -> first(date, weekStart).plusDays(WEEK_DAYS - 1);
            case DAY, LIST -> date;
        };
    }

    /// The date `pages` pages on, or back.
    LocalDate turn(LocalDate date, int pages) {
        return switch (this) {
            case MONTH -> date.withDayOfMonth(1).plusMonths(pages);
            case WEEK, LIST -> date.plusWeeks(pages);
            case DAY -> date.plusDays(pages);
        };
    }
}
