package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// One holiday or own event on one occasion. Whole days and times without a zone hold the clock on the wall wherever
/// one is; the others are instants. The end is excluded.
///
/// @param brand null when it counts for every brand of the workspace
public record Occasion(
        @Nullable BrandId brand,
        String almanac,
        String summary,
        boolean allDay,
        @Nullable LocalDateTime localStart,
        @Nullable LocalDateTime localEnd,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {
    /// Its beginning by the clocks of that zone.
    public LocalDateTime start(ZoneId zone) {
        return localStart != null ? localStart : LocalDateTime.ofInstant(Objects.requireNonNull(startsAt), zone);
    }

    /// The last day that it touches there.
    public LocalDate lastDay(ZoneId zone) {
        LocalDateTime end = localEnd != null ? localEnd : LocalDateTime.ofInstant(Objects.requireNonNull(endsAt), zone);
        LocalDateTime start = start(zone);
        return end.isAfter(start) ? end.minusNanos(1).toLocalDate() : start.toLocalDate();
    }
}
