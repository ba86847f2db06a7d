package org.gazouillis.web.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The hours that a local day really has: 24, or 23 or 25 (in Lord Howe 24 with one of them halved or begun anew)
/// where the clocks change.
final class LocalHours {
    /// Every clock in the world changes at a quarter of an hour.
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private LocalHours() {}

    /// An hour's name and whether it is the second of that name on its day.
    record Hour(int hour, boolean later) implements Comparable<Hour> {
        @Override
        public int compareTo(Hour other) {
            return hour == other.hour ? Boolean.compare(later, other.later) : Integer.compare(hour, other.hour);
        }
    }

    static Set<Hour> of(LocalDate day, ZoneId zone) {
        Set<Hour> hours = new LinkedHashSet<>();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        for (Instant at = day.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plus(QUARTER)) {
            ZonedDateTime local = at.atZone(zone);
            hours.add(hour(local.toLocalDateTime(), local.getOffset(), zone));
        }
        return hours;
    }

    static Hour hour(LocalDateTime local, ZoneOffset offset, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return new Hour(local.getHour(), offsets.size() > 1 && offset.equals(offsets.getLast()));
    }

    /// How long the day is, for the note beside its name.
    static Duration length(LocalDate day, ZoneId zone) {
        return Duration.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
