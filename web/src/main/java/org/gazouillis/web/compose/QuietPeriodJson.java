package org.gazouillis.web.compose;

import java.util.List;
import org.gazouillis.compose.QuietPeriod;
import org.jspecify.annotations.Nullable;

/// A quiet period: once from `startsAt` to `endsAt`, or every week on `days` (1 is Monday) from `fromTime` to
/// `toTime`.
///
/// @param brand null when it is the whole workspace's
/// @param rule `REFUSE`, `SHIFT` or `HOLD`
public record QuietPeriodJson(
        String id,
        @Nullable String brand,
        String name,
        String zone,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable List<Integer> days,
        @Nullable String fromTime,
        @Nullable String toTime,
        String rule) {
    static QuietPeriodJson of(QuietPeriod period) {
        return new QuietPeriodJson(
                period.id().toString(),
                period.brandId() == null ? null : period.brandId().toString(),
                period.name(),
                period.zone().getId(),
                text(period.startsAt()),
                text(period.endsAt()),
                period.days(),
                text(period.fromTime()),
                text(period.toTime()),
                period.rule().name());
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
