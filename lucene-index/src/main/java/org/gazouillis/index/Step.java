package org.gazouillis.index;

/// The width of a bar of a histogram, on the clock and calendar of a zone.
public enum Step {
    /// From quarter to quarter of an hour. All zones begin their hours at one, so hours, days and weeks of any of them
    /// can be added up from these.
    QUARTER,
    /// From full hour to full hour; the hour that a clock change repeats is two bars.
    HOUR,
    /// From midnight to midnight: 23 or 25 hours when the clocks change.
    DAY,
    /// From Monday to Monday.
    WEEK
}
