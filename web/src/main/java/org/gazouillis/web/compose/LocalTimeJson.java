package org.gazouillis.web.compose;

import org.gazouillis.schedule.PublishTime;
import org.gazouillis.web.schedule.GivenTime;
import org.gazouillis.web.schedule.Preference;
import org.jspecify.annotations.Nullable;

/// A time by the clock on the wall.
///
/// @param local `2026-11-23T09:30`
/// @param zone IANA name
/// @param prefer which of two when the time comes twice: `earlier` (the default) or `later`
public record LocalTimeJson(
        @Nullable String local,
        @Nullable String zone,
        @Nullable String prefer) {
    /// The instant meant, and what there is to say about it.
    public PublishTime resolve() {
        if (local == null || zone == null) {
            throw new PlanNotClear(
                    "\"at\" needs both \"local\", such as 2026-11-23T09:30, and \"zone\", such as Europe/Paris.");
        }
        return PublishTime.of(GivenTime.local(local), zone, Preference.of(prefer));
    }
}
