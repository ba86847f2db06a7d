package org.gazouillis.bench;

import java.util.stream.DoubleStream;

/// Work of a known length that neither waits nor touches memory. What its slowest runs take longer than the others is
/// the machine's doing, and nothing that takes as long can have shorter ones.
final class BareWork {
    private static final int STEPS = 100_000;
    private static final int CALIBRATIONS = 500;

    /// Each run goes on from where the last one ended, so that the compiler leaves none of them out.
    private static volatile long state = 1;

    private BareWork() {}

    /// @param millis how long it is to take, in the middle
    /// @return the milliseconds of each run
    static double[] runs(double millis, int count) {
        double thousand = BenchResult.median(DoubleStream.generate(() -> timed(STEPS))
                .limit(CALIBRATIONS)
                .boxed()
                .toList());
        int steps = (int) (millis / thousand * STEPS);
        return DoubleStream.generate(() -> timed(steps)).limit(count).toArray();
    }

    private static double timed(int steps) {
        long begun = System.nanoTime();
        long next = state;
        for (int step = 0; step < steps; step++) {
            next ^= next << 13;
            next ^= next >>> 7;
            next ^= next << 17;
        }
        state = next;
        return (System.nanoTime() - begun) / 1e6;
    }
}
