package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `formats`: rows a second of each file format beside the same cells joined by commas without any care, and the peak
/// of the heap in a JVM of 128 MB. No database: rows are made as they are written. A PDF has all its rows in memory;
/// a report sets a thousand of them.
final class FormatsBench {
    private static final int ROUNDS = 3;
    private static final Map<String, Integer> ROWS =
            new TreeMap<>(Map.of("csv", 1_000_000, "jsonl", 1_000_000, "xlsx", 300_000, "pdf", 1_000));

    private final PrintWriter out;

    FormatsBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException, InterruptedException {
        List<BenchResult> results = new ArrayList<>();
        for (Map.Entry<String, Integer> format : ROWS.entrySet()) {
            SmallJvm.Rounds rounds = SmallJvm.rounds(
                    out, ROUNDS, FormatRounds.class, Map.of(), format.getKey(), format.getValue(), ROUNDS + 1);
            results.add(BenchResult.rates(
                    format.getKey() + ", " + format.getValue() + " rows", rounds.ours(), rounds.limit(), "rows/s"));
            results.add(BenchResult.time(
                    format.getKey() + ", peak heap", rounds.peakMegabytes(), SmallJvm.HEAP_MEGABYTES, "MB"));
        }
        return results;
    }
}
