package org.gazouillis.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/// Random moments, and queries about times of which the meaning is told by the calendar of the asker's zone. The clocks
/// of that zone go forward meanwhile.
record RandomTimes(Pick pick) {

    private static final Instant START = Instant.parse("2026-02-20T00:00:00Z");
    private static final int MINUTES = 40 * 24 * 60;

    Instant moment() {
        return START.plusSeconds(60L * pick.number(MINUTES));
    }

    /// Days, months, years and minutes.
    Wish dated() {
        LocalDateTime moment = local(moment()).truncatedTo(ChronoUnit.MINUTES);
        LocalDate day = moment.toLocalDate();
        YearMonth month = YearMonth.from(day);
        return switch (pick.number(4)) {
            case 0 -> bound(day.toString(), LocalDateTime::toLocalDate, day);
            case 1 -> bound(month.toString(), YearMonth::from, month);
            case 2 -> bound("2026", LocalDateTime::getYear, 2026);
            default -> bound(moment.toString(), time -> time.truncatedTo(ChronoUnit.MINUTES), moment);
        };
    }

    private <T extends Comparable<? super T>> Wish bound(String written, Function<LocalDateTime, T> unit, T wanted) {
        Map<String, Predicate<Integer>> bounds = Map.of(
                "since:", order -> order >= 0,
                "until:", order -> order <= 0,
                "before:", order -> order < 0,
                "after:", order -> order > 0,
                "during:", order -> order == 0);
        Map.Entry<String, Predicate<Integer>> bound = pick.entry(bounds);
        return Wish.of(
                bound.getKey() + written,
                status -> bound.getValue()
                        .test(unit.apply(local(status.createdAt())).compareTo(wanted)));
    }

    Wish named() {
        LocalDate today = LocalDate.ofInstant(RandomWishes.NOW, RandomWishes.ZONE);
        Map<String, BiPredicate<LocalDate, Instant>> names = Map.of(
                "today", (day, at) -> day.equals(today),
                "yesterday", (day, at) -> day.equals(today.minusDays(1)),
                "this-week", (day, at) -> week(day).equals(week(today)),
                "last-week", (day, at) -> week(day).equals(week(today.minusDays(7))),
                "this-month", (day, at) -> YearMonth.from(day).equals(YearMonth.of(2026, 3)),
                "last-month", (day, at) -> YearMonth.from(day).equals(YearMonth.of(2026, 2)),
                "this-year", (day, at) -> day.getYear() == 2026,
                "last-7d", (day, at) -> day.isAfter(today.minusDays(7)) && !day.isAfter(today),
                "last-2w", (day, at) -> day.isAfter(today.minusDays(14)) && !day.isAfter(today),
                "last-48h",
                        (day, at) -> !at.isBefore(RandomWishes.NOW.minus(48, ChronoUnit.HOURS))
                                && !at.isAfter(RandomWishes.NOW));
        Map.Entry<String, BiPredicate<LocalDate, Instant>> named = pick.entry(names);
        return Wish.named(
                "named range",
                "during:" + named.getKey(),
                status -> named.getValue().test(local(status.createdAt()).toLocalDate(), status.createdAt()));
    }

    private static List<Integer> week(LocalDate day) {
        return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, RandomWishes.ZONE);
    }
}
