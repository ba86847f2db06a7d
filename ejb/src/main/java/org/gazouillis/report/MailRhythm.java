package org.gazouillis.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.schedule.SeriesRule;

/// How often and when a report goes out, on the clock on the wall: at 08:00 on every Monday, whatever the clocks do in
/// between. A time that clocks skip is the first instant after the gap; one that comes twice is the earlier.
///
/// @param on `monday` to `sunday` for each week; `1` to `28` or `last` for each month; empty for each day
/// @param at whole minutes
public record MailRhythm(Every every, String on, LocalTime at) {
    /// Longer than any gap of clocks and any month.
    private static final Duration BEFORE = Duration.ofDays(62);

    private static final int MOST = 100;
    /// Times of the two days before, and days that a calendar leaves out.
    private static final int FEW_MORE = 6;
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> MONTHDAYS = Stream.concat(
                    IntStream.rangeClosed(1, 28).mapToObj(Integer::toString), Stream.of("last"))
            .toList();

    /// How often.
    public enum Every {
        DAY,
        WEEK,
        MONTH;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws ReportRefused when there is none of this name
        public static Every named(String key) {
            return Arrays.stream(values())
                    .filter(every -> every.key().equals(key))
                    .findFirst()
                    .orElseThrow(() ->
                            new ReportRefused("every", "There is no rhythm '" + key + "'. Say day, week or month."));
        }
    }

    /// One time to send.
    ///
    /// @param local what the clock on the wall should show
    /// @param at    which instant that is
    record Due(LocalDateTime local, Instant at) {}

    /// @throws ReportRefused when there is no such day
    public MailRhythm {
        at = at.truncatedTo(ChronoUnit.MINUTES);
        on = every == Every.DAY ? "" : on;
        if (every == Every.WEEK && !WEEKDAYS.contains(on)) {
            throw new ReportRefused("on", "There is no weekday '" + on + "'. Say monday to sunday.");
        }
        if (every == Every.MONTH && !MONTHDAYS.contains(on)) {
            throw new ReportRefused("on", "A monthly mail goes out on day 1 to 28 or on the 'last', not '" + on + "'.");
        }
    }

    public static List<String> weekdays() {
        return WEEKDAYS;
    }

    public static List<String> monthdays() {
        return MONTHDAYS;
    }

    /// The next times after an instant, in their order.
    List<Due> next(Instant now, ZoneId zone, int most) {
        return from(LocalDateTime.ofInstant(now, zone).minusDays(2), zone, most + FEW_MORE)
                .filter(due -> due.at().isAfter(now))
                .limit(most)
                .toList();
    }

    /// The last time that has come: after a standstill only this one is made.
    ///
    /// @param planned a time that has come
    Due latest(Due planned, Instant now, ZoneId zone) {
        LocalDateTime longAgo = LocalDateTime.ofInstant(now.minus(BEFORE), zone);
        LocalDateTime from = planned.local().isAfter(longAgo) ? planned.local() : longAgo;
        return from(from, zone, MOST)
                .filter(due -> !due.at().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(planned);
    }

    private Stream<Due> from(LocalDateTime after, ZoneId zone, int most) {
        LocalDateTime start = after.toLocalDate().minusDays(1).atTime(at);
        return SeriesRule.of(rule(), start, zone).between(after, after.plusYears(10), most).stream()
                .flatMap(local -> PublishTime.usual(local, zone).map(instant -> new Due(local, instant)).stream());
    }

    /// After RFC 5545.
    String rule() {
        return switch (every) {
            case DAY -> "FREQ=DAILY";
            case WEEK -> "FREQ=WEEKLY;BYDAY=" + on.substring(0, 2).toUpperCase(Locale.ROOT);
            case MONTH -> "FREQ=MONTHLY;BYMONTHDAY=" + (on.equals("last") ? "-1" : on);
        };
    }

    /// A time as `08:00`, to the minute.
    ///
    /// @throws ReportRefused when it is none
    public static LocalTime time(String text) {
        return Optional.of(text)
                .filter(each -> each.matches("([01]\\d|2[0-3]):[0-5]\\d"))
                .map(LocalTime::parse)
                .orElseThrow(() -> new ReportRefused("at", "\"" + text + "\" is no time of day like 08:00."));
    }
}
