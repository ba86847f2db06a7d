package org.gazouillis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.TestDatabase;

/// `export`: rows a second of the engagement export beside `COPY (the same columns) TO STDOUT`, and the peak of the
/// heap, over a million statuses in a JVM of 128 MB.
///
/// The limit is drawn hard: COPY leaves instants as numbers, while ours writes them in the brand's zone, guards
/// texts, resolves names and computes rates. Both read the same query as the same walled role; they take turns, and
/// the first round only warms up.
final class ExportBench {
    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final double HEAP_LIMIT_MB = 128;

    private final PrintWriter out;

    ExportBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException, InterruptedException {
        var access = TestDatabase.shared().copyOf("export", ground -> ExportGround.lay(ground, ROWS));
        var ours = new double[ROUNDS];
        var copy = new double[ROUNDS];
        double peak = 0;
        var child = child(access);
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (int round = -1; round < ROUNDS; round++) {
                var figures = Arrays.stream(line(lines).split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                out.printf(
                        Locale.ROOT,
                        "%s round: ours %,.0f, COPY %,.0f rows/s, peak heap %.0f MB%n",
                        round < 0 ? "warm-up" : "timed",
                        figures[0],
                        figures[1],
                        figures[2]);
                peak = Math.max(peak, figures[2]);
                if (round >= 0) {
                    ours[round] = figures[0];
                    copy[round] = figures[1];
                }
            }
        }
        child.waitFor();
        return List.of(
                BenchResult.rate("export of a million rows", median(ours), median(copy), "rows/s"),
                BenchResult.time("peak heap at a million rows", peak, HEAP_LIMIT_MB, "MB"));
    }

    /// A JVM of its own, so that the heap is that of the export alone. The password goes by its environment.
    private static Process child(DatabaseAccess access) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var builder = new ProcessBuilder(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ExportRounds.class.getName(),
                access.url(),
                access.app().user(),
                String.valueOf(ROUNDS + 1),
                String.valueOf(ROWS));
        builder.environment().put(ExportRounds.PASSWORD, access.app().password());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String line(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("The exporting JVM ended early; its own report stands above.");
        }
        return line;
    }

    private static double median(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
