package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;

/// F5: the line between a node, an author and their database in turn swallows everything for a while, after which what
/// was open stays mute for good, and is broken by resets again and again.
final class SeveredLine implements Chaos.Fault {
    private static final Duration BETWEEN_RESETS = Duration.ofMillis(150);
    private static final int RESETS = 20;
    private static final long LIMIT_SECONDS = 20;

    /// How long the line is deaf.
    private final Duration deaf;

    SeveredLine(Duration deaf) {
        this.deaf = deaf;
    }

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        try (ChaosGround ground = ChaosGround.on(database, Script.GOOD, size.accounts());
                Cord cord = Cord.to(database)) {
            ground.reachedOver(cord.over(database));
            return new Outages(ground, cord.over(database), size, out).suffer(time -> sever(cord, time), LIMIT_SECONDS);
        }
    }

    private void sever(Cord cord, int time) {
        if (time % 2 == 0) {
            cord.deafen();
            Recovery.quiet(deaf);
            cord.hear();
        } else {
            for (int reset = 0; reset < RESETS; reset++) {
                cord.snap();
                Recovery.quiet(BETWEEN_RESETS);
            }
        }
    }
}
