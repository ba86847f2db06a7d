package org.gazouillis.web.schedule;

import java.time.ZoneId;
import org.gazouillis.schedule.Occasion;

/// A holiday or own event by the clocks of the brand's zone.
///
/// @param start  `2026-12-25T00:00`
/// @param lastDay the last day it touches
public record OccasionJson(String almanac, String summary, boolean allDay, String start, String lastDay) {
    static OccasionJson of(Occasion occasion, ZoneId zone) {
        return new OccasionJson(
                occasion.almanac(),
                occasion.summary(),
                occasion.allDay(),
                occasion.start(zone).toString(),
                occasion.lastDay(zone).toString());
    }
}
