package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.bench.netsim.Behaviour;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;

/// F10: of all sendings 30 % are answered with an error of the server and 30 % not at all, half of them after the
/// post was stored; a tenth is answered with half a JSON or too slowly, and every tenth look-up fails.
final class BadAnswers implements Chaos.Fault {
    private static final Script SCRIPT = new Script(
            140,
            Map.of(
                    Behaviour.FAIL_BEFORE,
                    15,
                    Behaviour.FAIL_AFTER,
                    15,
                    Behaviour.SILENT_BEFORE,
                    15,
                    Behaviour.SILENT_AFTER,
                    15,
                    Behaviour.TRUNCATED,
                    5,
                    Behaviour.DRIP,
                    5),
            10);

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        try (ChaosGround ground = ChaosGround.on(database, SCRIPT, size.accounts())) {
            ground.planThreads(size.posts(), Duration.ofSeconds(2));
            ground.node(5);
            long began = System.nanoTime();
            boolean settled = ground.settles(size.patience());
            out.printf(
                    Locale.ROOT,
                    "%d posts settled in %d s: %d confirmed, %d need a person; %d sendings, %d look-ups%n",
                    size.posts(),
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                    ground.count("select count(*) from publication where state = 'CONFIRMED'"),
                    ground.count("select count(*) from publication where state = 'NEEDS_PERSON'"),
                    ground.count("select count(*) from attempt where kind = 'SEND'"),
                    ground.count("select count(*) from attempt where kind = 'LOOK'"));
            return ground.judge().needs("all settled in time", settled).all();
        }
    }
}
