package org.gazouillis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A JVM of 128 MB that measures, so that the heap is that of the work alone. It prints a line `ours limit peak` for
/// each round, rates and megabytes; the first round only warms up.
final class SmallJvm {
    static final int HEAP_MEGABYTES = 128;

    private SmallJvm() {}

    /// What its rounds gave, in order.
    record Rounds(List<Double> ours, List<Double> limit, double peakMegabytes) {
        private Rounds and(boolean warmUp, String line, PrintWriter out) {
            double[] figures =
                    Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
            out.printf(
                    Locale.ROOT,
                    "%s round: ours %,.0f, limit %,.0f rows/s, peak heap %.0f MB%n",
                    warmUp ? "warm-up" : "timed",
                    figures[0],
                    figures[1],
                    figures[2]);
            if (!warmUp) {
                ours.add(figures[0]);
                limit.add(figures[1]);
            }
            return new Rounds(ours, limit, Math.max(peakMegabytes, figures[2]));
        }
    }

    /// Runs it to its end.
    ///
    /// @param timed rounds after the one that warms up
    /// @param secrets go by its environment
    static Rounds rounds(PrintWriter out, int timed, Class<?> main, Map<String, String> secrets, Object... arguments)
            throws IOException, InterruptedException {
        Process process = start(main, secrets, arguments);
        Rounds rounds = new Rounds(new ArrayList<>(), new ArrayList<>(), 0);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (int round = -1; round < timed; round++) {
                rounds = rounds.and(round < 0, line(lines), out);
            }
        }
        process.waitFor();
        return rounds;
    }

    private static Process start(Class<?> main, Map<String, String> secrets, Object... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(words::add);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(secrets);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String line(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("The measuring JVM ended early; its own report stands above.");
        }
        return line;
    }
}
