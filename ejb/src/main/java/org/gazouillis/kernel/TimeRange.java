package org.gazouillis.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// From one instant (included) to another (excluded).
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the end " + to + " must lie after the beginning " + from);
        }
    }

    /// Whole local days, both included: 23 or 25 hours long where the clocks change.
    public static TimeRange ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new TimeRange(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
