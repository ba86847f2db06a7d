package org.gazouillis.bench.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.bench.netsim.NetworkSimulator;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;

/// F1: the node that publishes is killed by `kill -9` again and again, in turn right before and right after the commit
/// of a claim, of a lease, and of a result, while the network has read a request and not stored it, while it has
/// stored it and not answered, and at a random moment of sending.
final class KilledNodes implements Chaos.Fault {
    private static final List<String> MOMENTS = List.of(
            "before DUE",
            "after DUE",
            "before SENDING",
            // The next thing would be the write to the socket.
            "after SENDING",
            "RECEIVED",
            "STORED",
            "before CONFIRMED",
            "after CONFIRMED",
            "any");

    private final Random random = new Random(1);

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        try (ChaosGround ground = ChaosGround.on(database, Script.GOOD, size.accounts())) {
            for (int kill = 0; kill < size.times(); kill++) {
                ground.planThreads(size.posts() / size.times(), Duration.ofSeconds(1));
                kill(ground, MOMENTS.get(kill % MOMENTS.size()));
            }
            ground.node(6);
            boolean settled = ground.settles(size.patience());
            long lost = ground.count("select count(*) from attempt where outcome = 'LOST'");
            out.printf(
                    Locale.ROOT,
                    "%d kills; %d tries were lost with their node; %d posts need a person%n",
                    size.times(),
                    lost,
                    ground.count("select count(*) from publication where state = 'NEEDS_PERSON'"));
            return ground.judge()
                    .needs("all settled in time", settled)
                    .needs("a kill struck while something was being sent", lost > 0)
                    .all();
        }
    }

    private void kill(ChaosGround ground, String moment) throws IOException, InterruptedException {
        Process node = ground.node(5, ChaosNode.Manner.ANNOUNCING);
        switch (moment) {
            case "RECEIVED", "STORED" -> ground.network().holds(NetworkSimulator.Moment.valueOf(moment));
            case "any" -> awaitSending(ground);
            default -> await(node, moment);
        }
        node.destroyForcibly().waitFor();
    }

    private static void await(Process node, String moment) throws IOException, InterruptedException {
        BufferedReader said = node.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.equals(moment)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The node ended by itself with " + node.waitFor());
        }
    }

    private void awaitSending(ChaosGround ground) {
        if (!ground.comes(Duration.ofMinutes(1), () -> isSending(ground))) {
            throw new IllegalStateException("Nothing was sent; see " + ground.data());
        }
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
    }

    private static boolean isSending(ChaosGround ground) {
        return ground.count("select count(*) from publication where state = 'SENDING'") > 0;
    }
}
