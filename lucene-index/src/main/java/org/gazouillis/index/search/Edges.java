package org.gazouillis.index.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import org.gazouillis.index.Step;

/// Where quarters of an hour, hours, days and weeks begin in a zone, in milliseconds since 1970.
public record Edges(ZoneId zone, Step step) {

    private static final long HOUR = 3_600_000;
    private static final long QUARTER = HOUR / 4;

    /// The last beginning at or before `millis`.
    public long before(long millis) {
        var local = Instant.ofEpochMilli(millis).atZone(zone);
        return switch (step) {
            case QUARTER -> Math.floorDiv(millis, QUARTER) * QUARTER;
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
            case DAY -> midnight(dayOf(millis, local.toLocalDate()));
            case WEEK ->
                midnight(dayOf(millis, local.toLocalDate()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        };
    }

    /// The beginning before the beginning `begin`. While the zone's offset stays, that is a subtraction.
    ///
    /// @param steady since when the offset is that of `begin`, see [#steadySince]
    long previous(long begin, long steady) {
        long width =
                switch (step) {
                    case QUARTER -> QUARTER;
                    case HOUR -> HOUR;
                    case DAY -> 24 * HOUR;
                    case WEEK -> 7 * 24 * HOUR;
                };
        return begin - width >= steady ? begin - width : before(begin - 1);
    }

    /// The last change of the zone's offset at or before `millis`.
    long steadySince(long millis) {
        ZoneOffsetTransition change = zone.getRules().previousTransition(Instant.ofEpochMilli(millis + 1));
        return change == null ? Long.MIN_VALUE : change.getInstant().toEpochMilli();
    }

    /// Where clocks go back over midnight, a day that has begun stays the day although its date is gone for an hour.
    private LocalDate dayOf(long millis, LocalDate date) {
        LocalDate next = date.plusDays(1);
        return midnight(next) <= millis ? next : date;
    }

    private long midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
