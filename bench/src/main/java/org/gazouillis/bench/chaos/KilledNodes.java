package org.gazouillis.bench.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;

/// F1: the node that publishes is killed by `kill -9` again and again: in turn right before one of its commits, right
/// after one, and at a random moment while something is being sent.
final class KilledNodes implements Chaos.Fault {
    private final Random random = new Random(1);

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        try (ChaosGround ground = ChaosGround.on(database, Script.GOOD, size.accounts())) {
            for (int kill = 0; kill < size.times(); kill++) {
                ground.plan(size.posts() / size.times(), Duration.ofSeconds(1));
                switch (kill % 3) {
                    case 0 -> killAt(ground, "before");
                    case 1 -> killAt(ground, "after");
                    default -> killWhileSending(ground);
                }
            }
            ground.node(6, false);
            boolean settled = ground.settles(size.patience());
            out.printf(
                    Locale.ROOT,
                    "%d kills; %d tries were lost with their node%n",
                    size.times(),
                    ground.count("select count(*) from attempt where outcome = 'LOST'"));
            return ground.judge()
                    .needs("all settled in time", settled)
                    .needs(
                            "a kill struck while something was being sent",
                            ground.count("select count(*) from attempt where outcome = 'LOST'") > 0)
                    .all();
        }
    }

    /// Not at the first such moment, but at one of the first twelve.
    private void killAt(ChaosGround ground, String moment) throws IOException, InterruptedException {
        Process node = ground.node(5, true);
        int pass = random.nextInt(12);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !(line.equals(moment) && pass <= 0)) {
                pass -= line.equals(moment) ? 1 : 0;
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The node ended by itself with " + node.waitFor());
            }
            node.destroyForcibly().waitFor();
        }
    }

    private void killWhileSending(ChaosGround ground) throws InterruptedException {
        Process node = ground.node(5, false);
        if (!ground.comes(Duration.ofMinutes(1), () -> isSending(ground))) {
            throw new IllegalStateException("Nothing was sent; see " + ground.data());
        }
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(100)).toNanos());
        node.destroyForcibly().waitFor();
    }

    private static boolean isSending(ChaosGround ground) {
        return ground.count("select count(*) from publication where state = 'SENDING'") > 0;
    }
}
