package org.gazouillis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// Measures several ways of answering one question in turns, so that a busy machine and a warm compiler favour none:
/// time of this thread on the processor for each answer, the median of rounds.
final class CpuWatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 11;
    /// After one second the compiler was not done with the longer way: 159 microseconds then, 22 later.
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final long ROUND_NANOS = 12_000_000L;

    private CpuWatch() {}

    /// @return microseconds for one answer, in the order of the ways; then the same on the wall clock
    static double[][] micros(Answer... ways) throws IOException {
        int[] repeats = new int[ways.length];
        for (int way = 0; way < ways.length; way++) {
            repeats[way] = warmUp(ways[way], WARM_UP_NANOS);
        }
        double[][] cpu = new double[ways.length][ROUNDS];
        double[][] wall = new double[ways.length][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int way = 0; way < ways.length; way++) {
                long begun = System.nanoTime();
                long worked = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < repeats[way]; i++) {
                    ways[way].answer();
                }
                cpu[way][round] = (THREADS.getCurrentThreadCpuTime() - worked) / 1e3 / repeats[way];
                wall[way][round] = (System.nanoTime() - begun) / 1e3 / repeats[way];
            }
        }
        return new double[][] {medians(cpu), medians(wall)};
    }

    /// @return how many answers make a round
    private static int warmUp(Answer way, long nanos) throws IOException {
        long begun = THREADS.getCurrentThreadCpuTime();
        int answers = 0;
        while (THREADS.getCurrentThreadCpuTime() - begun < nanos) {
            way.answer();
            answers++;
        }
        return (int) Math.max(3, answers * ROUND_NANOS / nanos);
    }

    private static double[] medians(double[][] figures) {
        return Arrays.stream(figures)
                .mapToDouble(each -> {
                    double[] sorted = each.clone();
                    Arrays.sort(sorted);
                    return sorted[sorted.length / 2];
                })
                .toArray();
    }

    /// Answers once; what it returns keeps the compiler from leaving it out.
    @FunctionalInterface
    interface Answer {
        Object answer() throws IOException;
    }
}
