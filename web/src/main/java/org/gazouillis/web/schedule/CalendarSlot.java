package org.gazouillis.web.schedule;

import java.util.List;

/// A cell of the calendar: a local hour, or a whole day in month and list.
///
/// @param at    where a dropped post lands: `2026-11-24` keeps its hour, `2026-11-24T09` its minutes
/// @param later whether this is the second of two hours of the same name
/// @param label "09:00"; empty for a whole day
/// @param add   address of the composer for this time; empty where nothing can be planned any more
/// @param kind  `past`, `gap` (an hour that the clocks skip) or empty
/// @param more  "+4 more"; empty when all are shown
public record CalendarSlot(
        String at,
        boolean later,
        String label,
        String add,
        String kind,
        List<CalendarCard> cards,
        String more,
        String moreLink) {
    public CalendarSlot {
        cards = List.copyOf(cards);
    }
}
