package org.gazouillis.dashboard;

/// What one cell of a calendar holds: the posts of a local day, or those of a local hour. An hour that comes twice
/// when the clocks go back is two cells.
public enum CalendarGrain {
    DAY,
    HOUR
}
