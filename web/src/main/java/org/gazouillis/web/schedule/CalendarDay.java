package org.gazouillis.web.schedule;

import java.util.List;

/// A day of the calendar.
///
/// @param name   "Tuesday 24 November 2026"
/// @param number "24", or "1 December" where a month begins
/// @param note   what the clocks do that day, "25 hours: …"; empty on other days
/// @param kind   classes: `today`, `past`, `other` (of another month), `empty` (nothing in it)
public record CalendarDay(
        String date,
        String name,
        String weekday,
        String number,
        String note,
        String kind,
        String link,
        List<CalendarOccasion> occasions,
        List<CalendarSlot> slots) {
    public CalendarDay {
        occasions = List.copyOf(occasions);
        slots = List.copyOf(slots);
    }
}
