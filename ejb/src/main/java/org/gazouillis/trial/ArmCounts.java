package org.gazouillis.trial;

import org.jspecify.annotations.Nullable;

/// People who saw a text first more than an hour ago, and how many of them acted within that hour.
public record ArmCounts(long peopleA, long actedA, long peopleB, long actedB) {
    public static final ArmCounts NONE = new ArmCounts(0, 0, 0, 0);

    public @Nullable Double rateA() {
        return rate(actedA, peopleA);
    }

    public @Nullable Double rateB() {
        return rate(actedB, peopleB);
    }

    private static @Nullable Double rate(long acted, long people) {
        return people == 0 ? null : Double.valueOf((double) acted / people);
    }
}
