package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;

/// F7: while posts become due, the wall clock of the only node jumps an hour back, an hour and a day ahead, and home
/// again. Simulated is the clock that Quartz and our own code read ([WallClock]); the database, the network and the JDK
/// itself keep the true time. Every post would be dropped that the node itself held for late.
final class ClockJumps implements Chaos.Fault {
    private static final List<Duration> JUMPS =
            List.of(Duration.ofHours(-1), Duration.ofHours(1), Duration.ofHours(24), Duration.ZERO);
    private static final long LIMIT_SECONDS = 60;
    private static final int NODE = 5;
    /// Triggers that live at another time than the database.
    private static final String ELSEWHEN =
            "select count(*) from qrtz_triggers where next_fire_time > (extract(epoch from now()) + 1800) * 1000";

    /// How long each time lasts.
    private final Duration stay;

    ClockJumps(Duration stay) {
        this.stay = stay;
    }

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        try (ChaosGround ground = ChaosGround.on(database, Script.GOOD, size.accounts())) {
            ground.node(NODE, ChaosNode.Manner.RIGGED);
            ground.planBoth(1, Duration.ofSeconds(1));
            boolean settled = ground.settles(size.patience());
            ground.plan(
                    ground.ground().worker(),
                    size.posts(),
                    new ChaosGround.Wish(stay.multipliedBy(JUMPS.size()), true, "DROP"));
            boolean followed = false;
            for (Duration jump : JUMPS) {
                jump(ground, jump, out);
                followed |= ground.count(ELSEWHEN) > 0;
            }
            settled &= ground.settles(size.patience());
            Judge judge = ground.judge();
            out.printf(Locale.ROOT, "the latest was %d s late%n", judge.latestSeconds());
            return judge.needs("all settled in time", settled)
                    .needs("Quartz went by that clock", followed)
                    .needs(
                            "nothing was dropped for late",
                            ground.count("select count(*) from post where state = 'MISSED'") == 0)
                    .within("seconds that the latest was late", judge.latestSeconds(), LIMIT_SECONDS)
                    .all();
        }
    }

    private void jump(ChaosGround ground, Duration ahead, PrintWriter out) throws IOException {
        Path file = ChaosNode.clock(ground.data(), NODE);
        WallClock.set(file, ahead);
        long before = ground.published();
        Recovery.quiet(stay);
        out.printf(Locale.ROOT, "%s: %d went out in %s%n", ahead, ground.published() - before, stay);
    }
}
