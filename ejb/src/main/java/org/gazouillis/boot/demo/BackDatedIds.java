package org.gazouillis.boot.demo;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.gazouillis.kernel.TimeOrderedIds;

/// Ids of things that happened before there was a server: the instant decides their place, chance the last bits, so
/// that several steps can date into the same days.
final class BackDatedIds {
    private static final int BELOW_MILLISECOND = 1 << 16;

    private final Random random;
    private final Set<Long> given = new HashSet<>();

    BackDatedIds(Random random) {
        this.random = random;
    }

    long at(Instant instant) {
        long id = TimeOrderedIds.floor(instant) + random.nextInt(BELOW_MILLISECOND);
        return given.add(id) ? id : at(instant);
    }
}
