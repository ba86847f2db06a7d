package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whom a post reached in its first [#DAY].
///
/// @param fresh  of each hour after it how many saw it for the first time; known readers and visitors together
/// @param people all of them
record PastReach(Instant at, List<Long> fresh, long people) {
    static final int HOURS = 24;
    static final Duration DAY = Duration.ofHours(HOURS);

    PastReach {
        fresh = List.copyOf(fresh);
        if (fresh.size() != HOURS) {
            throw new IllegalArgumentException("a post's first day has " + HOURS + " hours, not " + fresh.size());
        }
    }

    PastReach(Instant at, List<Long> fresh) {
        this(at, fresh, fresh.stream().mapToLong(Long::longValue).sum());
    }

    /// People as the forecast counts them: what is twice as much is as far as what is half as much, and nobody is
    /// still a number.
    double size() {
        return Math.log1p(people());
    }

    /// From when on all of it is known.
    Instant knownAt() {
        return at.plus(DAY);
    }
}
