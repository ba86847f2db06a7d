package org.gazouillis.web.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.dashboard.Against;
import org.gazouillis.dashboard.BrandStanding;
import org.gazouillis.dashboard.BrandStandings;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.PeriodNotReadable;
import org.jspecify.annotations.Nullable;

/// What a program asks of all brands, as its parameters say it.
///
/// @param days instead of the ends
/// @param sort key of an order; nonsense means trouble first
/// @param q what names are narrowed to; empty for all
public record OverviewQuestion(
        @Nullable String from,
        @Nullable String to,
        @Nullable Integer days,
        String against,
        String sort,
        String q) {
    /// @throws PeriodNotReadable when a period is none
    public List<BrandStanding> ask(BrandStandings standings, Instant now) {
        Against other = Against.named(against);
        Function<ZoneId, Period> period =
                zone -> days == null ? Period.parse(from, to, zone, now) : Period.lastDays(days, zone, now);
        return BrandOrder.of(sort).of(standings.read(period, other::of), q.strip());
    }
}
