package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.gazouillis.bench.netsim.Script;

/// F4: the database under a node and an author is, in turn, killed by `kill -9` with all its children and started at
/// once, killed and away for a while, and stopped in order and away for a while, at the last stop for long.
final class DatabaseGone {
    private static final long LIMIT_SECONDS = 15;

    private final Duration away;
    private final Duration longAway;

    DatabaseGone(Duration away, Duration longAway) {
        this.away = away;
        this.longAway = longAway;
    }

    List<Judge.Finding> run(Chaos.Size size, PrintWriter out) throws Exception {
        try (Bed bed = Bed.made();
                ChaosGround ground = ChaosGround.on(bed.access(), Script.GOOD, size.accounts())) {
            return new Outages(ground, bed.access(), size, out)
                    .suffer(time -> gone(bed, time, time + 3 < size.times() ? away : longAway), LIMIT_SECONDS);
        }
    }

    private void gone(Bed bed, int time, Duration stopped) throws Exception {
        switch (time % 3) {
            case 0 -> bed.kill();
            case 1 -> {
                bed.kill();
                Recovery.quiet(away);
            }
            default -> {
                bed.stop();
                Recovery.quiet(stopped);
            }
        }
        bed.raise();
    }
}
