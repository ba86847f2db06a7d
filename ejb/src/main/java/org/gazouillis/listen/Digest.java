package org.gazouillis.listen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// How long what an alert has seen is gathered before a mail or a call tells of it. The page shows it at once.
public enum Digest {
    /// What comes within one minute.
    AT_ONCE,
    /// What comes within one hour.
    HOURLY,
    /// What comes until eight in the morning.
    DAILY;

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    Instant closesAt(Instant first, ZoneId zone) {
        return switch (this) {
            case AT_ONCE -> first.plus(Duration.ofMinutes(1));
            case HOURLY -> first.plus(Duration.ofHours(1));
            case DAILY -> nextMorning(first.atZone(zone));
        };
    }

    private static Instant nextMorning(ZonedDateTime first) {
        ZonedDateTime today = first.toLocalDate().atTime(MORNING).atZone(first.getZone());
        ZonedDateTime morning = today.isAfter(first)
                ? today
                : first.toLocalDate().plusDays(1).atTime(MORNING).atZone(first.getZone());
        return morning.toInstant();
    }
}
