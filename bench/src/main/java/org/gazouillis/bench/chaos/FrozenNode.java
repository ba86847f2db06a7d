package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.bench.netsim.Behaviour;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;

/// F14: a node is frozen in the middle of sending, for longer than its leases last, while another goes on; then it
/// wakes and must not write over what the other found.
final class FrozenNode implements Chaos.Fault {
    private static final String TAKEN = "select count(*) from attempt where outcome = 'LOST'";

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        Script slow = new Script(14, Map.of(Behaviour.SLOW, 100), 0);
        try (ChaosGround ground = ChaosGround.on(database, slow, size.accounts())) {
            Process first = ground.node(5);
            boolean settled = true;
            for (int time = 0; time < size.times(); time++) {
                ground.plan(size.posts() / size.times(), Duration.ofMillis(200));
                Process second = freeze(ground, first);
                settled &= ground.settles(size.patience());
                second.destroyForcibly().waitFor();
            }
            long lost = ground.count(TAKEN);
            out.printf(Locale.ROOT, "frozen %d times; %d tries were taken from the frozen node%n", size.times(), lost);
            return ground.judge()
                    .needs("all settled in time", settled)
                    .needs("something was taken from the frozen node", lost > 0)
                    .all();
        }
    }

    /// Gives the node that went on meanwhile; before, the first was alone, so that what is being sent is its.
    private static Process freeze(ChaosGround ground, Process node) throws IOException, InterruptedException {
        if (!ground.comes(Duration.ofMinutes(1), () -> isSending(ground))) {
            throw new IllegalStateException("Nothing was sent; see " + ground.data());
        }
        long before = ground.count(TAKEN);
        signal("STOP", node);
        try {
            Process second = ground.node(6);
            // When the leases have run out and the other node has come to look.
            ground.comes(Duration.ofMinutes(1), () -> ground.count(TAKEN) > before);
            return second;
        } finally {
            signal("CONT", node);
        }
    }

    /// A few at once, so that the node to be frozen has one of them.
    private static boolean isSending(ChaosGround ground) {
        return ground.count("select count(*) from publication where state = 'SENDING'") >= 3;
    }

    private static void signal(String name, Process node) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(node.pid()))
                .start()
                .waitFor();
    }
}
