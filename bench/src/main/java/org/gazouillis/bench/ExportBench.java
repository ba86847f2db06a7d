package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.gazouillis.database.TestDatabase;

/// `export`: rows a second of the engagement export beside `COPY (the same columns) TO STDOUT`, and the peak of the
/// heap, over a million statuses (unless `-Dgazouillis.bench.rows` says otherwise) in a JVM of 128 MB.
///
/// The limit is drawn hard: COPY leaves instants as numbers, while ours writes them in the brand's zone, guards
/// texts, resolves names and computes rates. Both read the same query as the same walled role; they take turns, and
/// the first round only warms up.
final class ExportBench {
    private static final int ROWS = Integer.getInteger("gazouillis.bench.rows", 1_000_000);
    private static final int ROUNDS = 5;

    private final PrintWriter out;

    ExportBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException, InterruptedException {
        var access = TestDatabase.shared().copyOf("export", ground -> ExportGround.lay(ground, ROWS));
        var rounds = SmallJvm.rounds(
                out,
                ROUNDS,
                ExportRounds.class,
                Map.of(ExportRounds.PASSWORD, access.app().password()),
                access.url(),
                access.app().user(),
                ROUNDS + 1,
                ROWS);
        return List.of(
                BenchResult.rates("export of " + ROWS + " rows", rounds.ours(), rounds.limit(), "rows/s"),
                BenchResult.time("peak heap", rounds.peakMegabytes(), SmallJvm.HEAP_MEGABYTES, "MB"));
    }
}
