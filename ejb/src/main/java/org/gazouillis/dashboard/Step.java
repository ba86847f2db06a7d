package org.gazouillis.dashboard;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/// The width of a bucket: an hour or a day of the brand's own clock.
public enum Step {
    HOUR(31),
    DAY(731);

    private final int mostDays;

    Step(int mostDays) {
        this.mostDays = mostDays;
    }

    /// @throws PeriodNotReadable when the name is neither `hour` nor `day`
    public static Step named(String name) {
        return Arrays.stream(values())
                .filter(step -> step.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new PeriodNotReadable("A bucket is \"hour\" or \"day\", not \"" + name + "\"."));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Longest period that is cut into these, in days.
    public int mostDays() {
        return mostDays;
    }

    ZonedDateTime startOf(ZonedDateTime time) {
        return this == HOUR
                ? time.truncatedTo(ChronoUnit.HOURS)
                : time.toLocalDate().atStartOfDay(time.getZone());
    }

    /// The next bucket: an hour later in real time, so that the hour that comes twice is two buckets, or the start of
    /// the next local day.
    ZonedDateTime next(ZonedDateTime start) {
        return this == HOUR
                ? start.plusHours(1)
                : start.toLocalDate().plusDays(1).atStartOfDay(start.getZone());
    }
}
