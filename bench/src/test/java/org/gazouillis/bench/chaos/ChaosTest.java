package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import org.gazouillis.database.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The small editions of `./gazouillis chaos F1`, `F9`, `F10` and `F14`.
class ChaosTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void killedNodesLoseNothingAndDoubleNothing() throws Exception {
        judge(new KilledNodes(), new Chaos.Size(60, 10, 6, PATIENCE));
    }

    @Test
    void whoIsAskedToWaitWaitsAndOrderIsKept() throws Exception {
        judge(new SlowDown(), new Chaos.Size(40, 8, 1, PATIENCE));
    }

    @Test
    void badAnswersDoubleNothing() throws Exception {
        judge(new BadAnswers(), new Chaos.Size(60, 20, 1, PATIENCE));
    }

    @Test
    void aFrozenNodeThatWakesWritesNothing() throws Exception {
        judge(new FrozenNode(), new Chaos.Size(24, 12, 1, PATIENCE));
    }

    private static void judge(Chaos.Fault fault, Chaos.Size size) throws Exception {
        List<Judge.Finding> findings =
                fault.run(TestDatabase.shared().empty(), size, new PrintWriter(Writer.nullWriter()));
        assertThat(findings)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        each -> assertThat(each.violations()).as(each.name()).isZero());
    }
}
