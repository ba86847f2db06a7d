package org.gazouillis.web.schedule;

import org.gazouillis.schedule.DayOff;
import org.jspecify.annotations.Nullable;

/// A day on which a brand's series keep silent.
///
/// @param day `2026-12-25`
public record DayOffJson(@Nullable String day, @Nullable String name) {
    static DayOffJson of(DayOff off) {
        return new DayOffJson(off.day().toString(), off.name());
    }
}
