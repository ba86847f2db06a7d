package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.gazouillis.bench.BenchResult;
import org.gazouillis.bench.FenceChaos;
import org.gazouillis.database.DatabaseAccess;

/// F22: crisis stops under load; `times` says how many brands are stopped while a hundred posts a second are due.
final class CrisisStops implements Chaos.Fault {
    private static final Duration BETWEEN = Duration.ofMillis(10);

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        return new FenceChaos(out)
                .run(database, size.posts(), size.times(), BETWEEN.multipliedBy(size.posts())).stream()
                        .map(CrisisStops::finding)
                        .toList();
    }

    private static Judge.Finding finding(BenchResult result) {
        return result.unit().equals("posts")
                ? Judge.Finding.of(result.name(), Math.abs(Math.round(result.limit() - result.ours())))
                : Judge.Finding.ofTime(result.name(), Math.round(result.ours()), Math.round(result.limit()));
    }
}
