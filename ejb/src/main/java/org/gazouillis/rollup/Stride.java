package org.gazouillis.rollup;

import java.time.Duration;

/// How many engagements the next step of the roll-up takes. In daily life few, so that a step is over in a
/// moment; while far behind more, since a cell to which many are added is written once: at most twice as
/// many as the step before, and fewer again as soon as writing takes longer than it should.
final class Stride {
    private static final int GROWTH = 2;

    private final int least;
    private final int most;
    private final Duration aim;
    private int size;

    /// @param aim how long the transaction that writes a step should take at most
    Stride(int least, int most, Duration aim) {
        this.least = least;
        this.most = most;
        this.aim = aim;
        this.size = least;
    }

    /// About how many engagements.
    int size() {
        return size;
    }

    /// Tells how long so many took to be written. Steps that were cut before it was known are not asked
    /// about again.
    void took(long facts, Duration time) {
        double atAim = facts * ((double) aim.toNanos() / Math.max(1, time.toNanos()));
        size = (int) Math.clamp(Math.min(atAim, (double) GROWTH * Math.max(facts, least)), least, most);
    }
}
