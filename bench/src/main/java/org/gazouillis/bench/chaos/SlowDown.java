package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.bench.netsim.Behaviour;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;

/// F9: every fifth sending is answered with 429 and a time to wait.
final class SlowDown implements Chaos.Fault {
    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        Script script = new Script(9, Map.of(Behaviour.LIMIT, 20), 0);
        try (ChaosGround ground = ChaosGround.on(database, script, size.accounts())) {
            ground.planThreads(size.posts(), Duration.ofSeconds(2));
            ground.node(5);
            long began = System.nanoTime();
            boolean settled = ground.settles(size.patience());
            out.printf(
                    Locale.ROOT,
                    "%d posts out in %d s, %d of %d sendings were asked to wait%n",
                    size.posts(),
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                    ground.count("select count(*) from attempt where outcome = 'LATER'"),
                    ground.count("select count(*) from attempt where kind = 'SEND'"));
            return ground.judge()
                    .needs("all settled in time", settled)
                    .needs(
                            "somebody was asked to wait",
                            ground.count("select count(*) from attempt where outcome = 'LATER'") > 0)
                    .waits()
                    .keepsOrder()
                    .all();
        }
    }
}
