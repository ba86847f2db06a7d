package org.gazouillis.web.compose;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.compose.QuietNotPlausible;
import org.gazouillis.compose.QuietRule;
import org.gazouillis.compose.QuietWish;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.security.BrandNames;
import org.jspecify.annotations.Nullable;

/// A quiet period to be added: for `brand` (handle or id) or with `"workspace": true` for all of its brands.
///
/// @param zone IANA name
/// @param startsAt `2027-04-10T00:00` by the clock on the wall; with `endsAt` for a period of one time
/// @param days 1 for Monday to 7 for Sunday; with `fromTime` and `toTime` for every week
/// @param rule `REFUSE` (when missing), `SHIFT` or `HOLD`
public record NewQuietPeriodJson(
        @Nullable String brand,
        @Nullable Boolean workspace,
        @Nullable String name,
        @Nullable String zone,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable List<Integer> days,
        @Nullable String fromTime,
        @Nullable String toTime,
        @Nullable String rule) {
    QuietWish wish(BrandNames brands) {
        if (Boolean.TRUE.equals(workspace) == (brand != null)) {
            throw new QuietNotPlausible("Say whose silence it is: either \"brand\" or \"workspace\": true.");
        }
        BrandId id = brand == null ? null : brands.named(brand).id();
        ZoneId where = zone == null || zone.isBlank()
                ? brand == null ? ZoneId.of("UTC") : brands.named(brand).zone()
                : PublishTime.zone(zone);
        return new QuietWish(
                id,
                name == null ? "" : name,
                where,
                read(startsAt, LocalDateTime::parse),
                read(endsAt, LocalDateTime::parse),
                days == null || days.isEmpty() ? null : days,
                read(fromTime, LocalTime::parse),
                read(toTime, LocalTime::parse),
                named());
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reader) {
        return text == null || text.isBlank() ? null : reader.apply(text);
    }

    private QuietRule named() {
        if (rule == null || rule.isBlank()) {
            return QuietRule.REFUSE;
        }
        return Arrays.stream(QuietRule.values())
                .filter(each -> each.name().equalsIgnoreCase(rule))
                .findFirst()
                .orElseThrow(() -> new QuietNotPlausible("\"rule\" is one of REFUSE, SHIFT and HOLD."));
    }
}
