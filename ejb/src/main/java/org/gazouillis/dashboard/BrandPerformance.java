package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.gazouillis.rollup.Totals;
import org.jspecify.annotations.Nullable;

/// A brand's figures of a period: as a whole, and per local hour or day without holes.
///
/// @param asOf everything that happened until then is counted
/// @param totals null when the whole period lies after `asOf`: nothing is known, which is not 0
/// @param buckets empty where only the whole was asked for
public record BrandPerformance(
        Period period, Step step, Instant asOf, @Nullable Totals totals, List<Bucket> buckets) {
    private static final Duration USUAL_DELAY = Duration.ofMinutes(1);

    public BrandPerformance {
        buckets = List.copyOf(buckets);
    }

    /// Events of the period that have happened are still being counted: after the first start, or after an outage. In
    /// ordinary times they are some seconds behind, which is told by `asOf` alone.
    public boolean behind(Instant now) {
        Instant end = period.range().to();
        return asOf.isBefore((end.isBefore(now) ? end : now).minus(USUAL_DELAY));
    }

    /// One hour or day, or the part of it that lies in the period. `totals` is null after `asOf`.
    public record Bucket(ZonedDateTime start, @Nullable Totals totals) {}
}
