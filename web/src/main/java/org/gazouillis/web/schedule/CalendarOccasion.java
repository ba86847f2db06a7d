package org.gazouillis.web.schedule;

/// A holiday or own event in a day of the calendar.
///
/// @param text    "Toussaint", or "18:00 Opening" when it has a time
/// @param almanac where it comes from
public record CalendarOccasion(String text, String almanac) {}
