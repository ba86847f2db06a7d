package org.gazouillis.boot.demo;

import java.time.Duration;
import java.util.Random;

/// Seeded chance: every step has its own generator, so that a repeated demo is the same whatever was done before.
final class Chance {
    private static final long SEED = 20261123;

    private Chance() {}

    static Random of(String step) {
        return new Random(SEED * 31 + step.hashCode());
    }

    /// A delay as people answer: half of them within `half`, some much later.
    static Duration delay(Random random, Duration half) {
        double halves = -Math.log(1 - random.nextDouble()) / Math.log(2);
        return Duration.ofMillis((long) (half.toMillis() * halves) + 1_000);
    }
}
