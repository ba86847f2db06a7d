package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.gazouillis.bench.ClockChaos;
import org.gazouillis.database.DatabaseAccess;

/// F8: nights in which clocks change; `posts` says how many series and how many single posts there are per zone.
final class ClockChanges implements Chaos.Fault {
    private static final Duration STEP = Duration.ofMinutes(10);

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        return new ClockChaos(out)
                .run(database, size.posts(), STEP, ClockChaos.nights()).stream()
                        .map(each -> Judge.Finding.of(each.name(), Math.abs(Math.round(each.limit() - each.ours()))))
                        .toList();
    }
}
