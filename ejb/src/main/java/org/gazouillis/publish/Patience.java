package org.gazouillis.publish;

import java.time.Duration;

/// How long the publisher waits for what, when it works for networks outside.
///
/// @param lease how long one node may hold a publication; longer than any call lasts
/// @param margin what must be left of the lease when the call begins
/// @param firstLook from a sending without an answer to the first look-up
/// @param betweenLooks from one look-up to the next
/// @param backOff before a second sending; doubled with each further one
/// @param longestBackOff it grows no longer than this
public record Patience(
        Duration lease,
        Duration margin,
        Duration firstLook,
        Duration betweenLooks,
        Duration backOff,
        Duration longestBackOff) {
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofHours(2));

    /// Before the sending that follows so many.
    Duration backOffAfter(int attempts) {
        Duration grown = backOff.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 20));
        return grown.compareTo(longestBackOff) > 0 ? longestBackOff : grown;
    }

    /// Before the look-up that follows so many.
    Duration betweenLooksAfter(int looks) {
        return betweenLooks.multipliedBy(Math.clamp(looks, 1, 4));
    }
}
