package org.gazouillis.web.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.schedule.Occasion;
import org.gazouillis.web.i18n.LocalFormat;

/// Holidays and own events by the days that they touch.
final class CalendarOccasions {
    private final Map<LocalDate, List<CalendarOccasion>> byDay = new HashMap<>();

    /// @param first of the days that are shown
    /// @param last  of them
    CalendarOccasions(List<Occasion> occasions, LocalDate first, LocalDate last, ZoneId zone, Locale locale) {
        for (Occasion each : occasions) {
            LocalDateTime start = each.start(zone);
            LocalDate from = start.toLocalDate().isBefore(first) ? first : start.toLocalDate();
            LocalDate to = each.lastDay(zone).isAfter(last) ? last : each.lastDay(zone);
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(occasion(each, start, day, locale));
            }
        }
    }

    List<CalendarOccasion> of(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    private static CalendarOccasion occasion(Occasion each, LocalDateTime start, LocalDate day, Locale locale) {
        boolean timed = !each.allDay() && start.toLocalDate().equals(day);
        String clock =
                timed ? LocalFormat.time(FormatStyle.SHORT).withLocale(locale).format(start) + " " : "";
        return new CalendarOccasion(clock + each.summary(), each.almanac());
    }
}
