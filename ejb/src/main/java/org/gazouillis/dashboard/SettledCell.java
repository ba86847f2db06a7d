package org.gazouillis.dashboard;

import org.gazouillis.rollup.Crowd;
import org.gazouillis.rollup.Tally;

/// What a [Cell] had gathered, fixed, so that many may read it at once: its people as they are stored, and counted.
record SettledCell(Tally tally, long gained, long lost, byte[] people, byte[] anonymous, byte[] engaged, Crowd crowd) {
    private static final int NUMBERS = 400;

    /// Bytes in memory, about.
    long weight() {
        return NUMBERS + (long) people.length + anonymous.length + engaged.length;
    }
}
