package org.gazouillis.compose;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.QuietId;
import org.jspecify.annotations.Nullable;

/// A time in which a brand is silent: an election's eve, the night, a day of mourning.
///
/// @param brandId null means the whole workspace
/// @param startsAt once: from here to `endsAt`; null for one that comes every week
/// @param days every week: 1 is Monday; from `fromTime` to `toTime`, on the next day when that is not later
public record QuietPeriod(
        QuietId id,
        @Nullable BrandId brandId,
        String name,
        ZoneId zone,
        @Nullable LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable List<Integer> days,
        @Nullable LocalTime fromTime,
        @Nullable LocalTime toTime,
        QuietRule rule) {
    /// Whether a quiet period lies over the post `p` now, as SQL; [#endIfOver] says the same in Java.
    public static final String OVER_POST = """
            exists (select from quiet_period q where q.workspace_id = p.workspace_id
                      and (q.brand_id is null or q.brand_id = p.brand_id) and quiet_over(q, now()))
            """;

    public QuietPeriod {
        days = days == null ? null : List.copyOf(days);
    }

    public boolean isWeekly() {
        return days != null;
    }

    /// When it ends, if it lies over that instant.
    public Optional<Instant> endIfOver(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return spans(local.toLocalDate())
                .filter(span -> !local.isBefore(span.start()) && local.isBefore(span.end()))
                .map(span -> span.end().atZone(zone).toInstant())
                .filter(end -> end.isAfter(at))
                .findFirst();
    }

    private Stream<Span> spans(LocalDate day) {
        if (startsAt != null && endsAt != null) {
            return Stream.of(new Span(startsAt, endsAt));
        }
        return Stream.of(day, day.minusDays(1)).filter(this::isOn).map(this::span);
    }

    private boolean isOn(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return days != null && days.contains(weekday.getValue());
    }

    private Span span(LocalDate day) {
        LocalTime from = fromTime == null ? LocalTime.MIDNIGHT : fromTime;
        LocalTime to = toTime == null ? LocalTime.MIDNIGHT : toTime;
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(day.atTime(from), last.atTime(to));
    }

    private record Span(LocalDateTime start, LocalDateTime end) {}
}
