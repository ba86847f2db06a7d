package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.kernel.TimeRange;

/// Which rows make up a period: whole local days, and quarters of an hour for what is left at its ends.
///
/// @param firstDay   first of the whole days
/// @param afterLast  day after the last of them; the first day itself when there is none
record PeriodCut(LocalDate firstDay, LocalDate afterLast, List<TimeRange> quarters) {
    /// To the last days events still come, late.
    static final int UNSETTLED_DAYS = 2;

    /// By hours everything is quarters.
    static PeriodCut of(Period period, Step step) {
        ZoneId zone = period.zone();
        TimeRange range = period.range();
        ZonedDateTime from = range.from().atZone(zone);
        LocalDate first = Step.DAY.startOf(from).equals(from)
                ? from.toLocalDate()
                : from.toLocalDate().plusDays(1);
        LocalDate afterLast = range.to().atZone(zone).toLocalDate();
        if (step == Step.HOUR || afterLast.isBefore(first)) {
            return new PeriodCut(first, first, List.of(range));
        }
        List<TimeRange> ends = new ArrayList<>();
        add(ends, range.from(), first.atStartOfDay(zone).toInstant());
        add(ends, afterLast.atStartOfDay(zone).toInstant(), range.to());
        return new PeriodCut(first, afterLast, ends);
    }

    /// The whole days, the last by themselves: what is gathered from the others is seldom in vain.
    List<DayRange> wholeDays() {
        LocalDate settled = afterLast.minusDays(UNSETTLED_DAYS);
        LocalDate between = settled.isBefore(firstDay) ? firstDay : settled;
        return Stream.of(new DayRange(firstDay, between), new DayRange(between, afterLast))
                .filter(days -> !days.isEmpty())
                .toList();
    }

    /// What is left at the ends.
    PeriodCut withoutWholeDays() {
        return new PeriodCut(afterLast, afterLast, quarters);
    }

    private static void add(List<TimeRange> ends, Instant from, Instant to) {
        if (from.isBefore(to)) {
            ends.add(new TimeRange(from, to));
        }
    }
}
