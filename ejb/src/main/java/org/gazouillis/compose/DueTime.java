package org.gazouillis.compose;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// When a post goes out: the instant, and beside it what the author meant, so that the instant can be found anew when
/// a government changes its clocks. Instants have microseconds, as in the database.
public record DueTime(Instant at, LocalDateTime local, ZoneId zone, GapRule rule) {
    public DueTime {
        at = at.truncatedTo(ChronoUnit.MICROS);
        local = local.truncatedTo(ChronoUnit.MICROS);
    }

    /// An instant that was given as such; the zone only words it, and changes of its clocks do not move it.
    public static DueTime exactly(Instant at, ZoneId zone) {
        return new DueTime(at, LocalDateTime.ofInstant(at, zone), zone, GapRule.EXACT);
    }
}
