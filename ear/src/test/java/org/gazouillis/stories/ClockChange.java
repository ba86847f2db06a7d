package org.gazouillis.stories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The next time a zone's clocks are changed, so that stories hold in any year.
///
/// @param at the instant
/// @param before the wall clock just before
/// @param after the wall clock just after
record ClockChange(Instant at, LocalDateTime before, LocalDateTime after) {
    /// The next hour that is left out.
    static ClockChange gap(String zone) {
        return next(zone, ZoneOffsetTransition::isGap);
    }

    /// The next hour that comes twice.
    static ClockChange overlap(String zone) {
        return next(zone, ZoneOffsetTransition::isOverlap);
    }

    /// Two weeks ahead at least: stories begin series some days before.
    private static ClockChange next(String zone, Predicate<ZoneOffsetTransition> wanted) {
        Instant soon = Instant.now().plus(Duration.ofDays(14));
        return Stream.iterate(
                        ZoneId.of(zone).getRules().nextTransition(soon),
                        change -> ZoneId.of(zone).getRules().nextTransition(change.getInstant()))
                .filter(wanted)
                .map(change ->
                        new ClockChange(change.getInstant(), change.getDateTimeBefore(), change.getDateTimeAfter()))
                .findFirst()
                .orElseThrow();
    }
}
