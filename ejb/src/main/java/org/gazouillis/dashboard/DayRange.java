package org.gazouillis.dashboard;

import java.time.LocalDate;

/// Whole local days.
///
/// @param to the day after the last; the first itself when there is none
record DayRange(LocalDate from, LocalDate to) {
    boolean isEmpty() {
        return !from.isBefore(to);
    }
}
