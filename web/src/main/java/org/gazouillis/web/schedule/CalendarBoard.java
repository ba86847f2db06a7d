package org.gazouillis.web.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gazouillis.dashboard.CalendarPost;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Lays posts out in days and, within week and day, in hours.
///
/// @param zone  the zone that all brands shown share, whose 23 and 25 hour days are drawn; UTC's 24 when they differ
/// @param now   by the clocks of that zone
/// @param adder handle of the brand that a new post would be for; empty when the reader may write for none
final class CalendarBoard {
    private static final int HOURS = 24;
    private static final int FULL_DAY = 24;

    private final CalendarAddress address;
    private final LocalDate date;
    private final ZoneId zone;
    private final ZonedDateTime now;
    private final String adder;
    private final Messages messages;
    private final Function<CalendarPost, CalendarCard> card;

    CalendarBoard(
            CalendarAddress address,
            LocalDate date,
            ZonedDateTime now,
            String adder,
            Messages messages,
            Function<CalendarPost, CalendarCard> card) {
        this.address = address;
        this.date = date;
        this.zone = now.getZone();
        this.now = now;
        this.adder = adder;
        this.messages = messages;
        this.card = card;
    }

    /// Every day from the first to the last, also those with nothing in them.
    List<CalendarDay> days(List<CalendarPost> posts, CalendarOccasions occasions, LocalDate first, LocalDate last) {
        Map<LocalDate, List<CalendarPost>> byDay = byDay(posts);
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        boolean hourly = address.view() != CalendarView.MONTH;
        Set<LocalHours.Hour> rows = hourly ? rows(days) : Set.of();
        return days.stream()
                .map(day -> day(
                        day,
                        byDay.getOrDefault(day, List.of()),
                        occasions.of(day),
                        hourly ? hours(day, byDay.getOrDefault(day, List.of()), rows) : null))
                .toList();
    }

    /// Only days with posts, in the order of the list.
    List<CalendarDay> agenda(List<CalendarPost> posts, CalendarOccasions occasions) {
        return byDay(posts).entrySet().stream()
                .map(each -> day(each.getKey(), each.getValue(), occasions.of(each.getKey()), null))
                .toList();
    }

    private static Map<LocalDate, List<CalendarPost>> byDay(List<CalendarPost> posts) {
        return posts.stream()
                .collect(Collectors.groupingBy(
                        post -> post.wall().toLocalDate(), LinkedHashMap::new, Collectors.toList()));
    }

    /// The hours that any of the days has, so that a row means the same hour all along a week.
    private Set<LocalHours.Hour> rows(List<LocalDate> days) {
        Set<LocalHours.Hour> rows = new TreeSet<>();
        IntStream.range(0, HOURS).forEach(hour -> rows.add(new LocalHours.Hour(hour, false)));
        days.forEach(day -> rows.addAll(LocalHours.of(day, zone)));
        return rows;
    }

    private CalendarDay day(
            LocalDate day,
            List<CalendarPost> posts,
            List<CalendarOccasion> occasions,
            @Nullable List<CalendarSlot> hours) {
        List<CalendarSlot> slots = hours == null
                ? List.of(
                        slot(day.toString(), day.atStartOfDay(), day.plusDays(1).atStartOfDay(), false, "", "", posts))
                : hours;
        return new CalendarDay(
                day.toString(),
                LocalFormat.date(FormatStyle.FULL)
                        .withLocale(messages.getLocale())
                        .format(day),
                words("EEE", day),
                day.getDayOfMonth() == 1 && address.view() == CalendarView.MONTH
                        ? words(messages.text("calendar.first-of-month"), day)
                        : Integer.toString(day.getDayOfMonth()),
                note(day),
                kind(day, posts.isEmpty() && occasions.isEmpty()),
                address.as(CalendarView.DAY).at(day).toString(),
                occasions,
                slots);
    }

    private List<CalendarSlot> hours(LocalDate day, List<CalendarPost> posts, Set<LocalHours.Hour> rows) {
        Set<LocalHours.Hour> own = LocalHours.of(day, zone);
        Map<LocalHours.Hour, List<CalendarPost>> byHour = posts.stream()
                .collect(Collectors.groupingBy(
                        post -> LocalHours.hour(post.wall(), zone.getRules().getOffset(post.dueAt()), zone)));
        List<CalendarSlot> slots = new ArrayList<>();
        for (LocalHours.Hour row : rows) {
            LocalDateTime start = day.atTime(row.hour(), 0);
            List<CalendarPost> inHour = byHour.getOrDefault(row, List.of());
            String label = LocalFormat.time(FormatStyle.SHORT)
                    .withLocale(messages.getLocale())
                    .format(start);
            slots.add(
                    own.contains(row) || !inHour.isEmpty()
                            ? slot(
                                    day + "T" + start.toLocalTime().toString().substring(0, 2),
                                    start,
                                    start.plusHours(1),
                                    row.later(),
                                    row.later() ? messages.text("calendar.second", label) : label,
                                    "",
                                    inHour)
                            : slot("", start, start, row.later(), label, row.later() ? "none" : "gap", List.of()));
        }
        return slots;
    }

    private CalendarSlot slot(
            String at,
            LocalDateTime start,
            LocalDateTime end,
            boolean later,
            String label,
            String kind,
            List<CalendarPost> posts) {
        boolean past = !end.isAfter(now.toLocalDateTime());
        List<CalendarCard> cards = posts.stream().map(card).toList();
        int more = Math.max(0, inAll(posts) - cards.size());
        String add = past || adder.isEmpty() || at.isEmpty()
                ? ""
                : "/compose/new?brand=" + adder + "&at=" + (at.contains("T") ? at + ":00" : at);
        return new CalendarSlot(
                at,
                later,
                label,
                add,
                kind.isEmpty() && past ? "past" : kind,
                cards,
                more == 0 ? "" : messages.text("calendar.more", more),
                more == 0 ? "" : moreLink(start.toLocalDate(), posts));
    }

    /// Each cell was counted where it was read; brands of different zones meet in one cell here.
    private static int inAll(List<CalendarPost> posts) {
        return posts.stream()
                .collect(Collectors.toMap(
                        post -> Duration.between(post.dueAt(), post.wall().toInstant(ZoneOffset.UTC)),
                        CalendarPost::ofCell,
                        Math::max))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private String moreLink(LocalDate day, List<CalendarPost> posts) {
        return address.view() == CalendarView.DAY
                ? address.as(CalendarView.LIST)
                        .at(day)
                        .after(cursor(posts.getLast()))
                        .toString()
                : address.as(CalendarView.DAY).at(day).toString();
    }

    static String cursor(CalendarPost post) {
        return post.dueAt() + "_" + post.id();
    }

    private String note(LocalDate day) {
        Duration length = LocalHours.length(day, zone);
        return length.toHours() == FULL_DAY && length.toMinutesPart() == 0
                ? ""
                : messages.text(
                        length.toMinutes() < FULL_DAY * 60L ? "calendar.short-day" : "calendar.long-day",
                        length.toMinutesPart() == 0
                                ? Long.toString(length.toHours())
                                : length.toHours() + ":" + length.toMinutesPart());
    }

    private String kind(LocalDate day, boolean empty) {
        String time = day.equals(now.toLocalDate()) ? "today" : day.isBefore(now.toLocalDate()) ? "past" : "";
        boolean other = address.view() == CalendarView.MONTH && day.getMonth() != date.getMonth();
        return String.join(" ", time, other ? "other" : "", empty ? "vacant" : "")
                .strip();
    }

    private String words(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, messages.getLocale()).format(day);
    }
}
