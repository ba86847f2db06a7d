package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import org.gazouillis.database.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// The small editions of `./gazouillis chaos F1` and so on. How fast this machine gets over a trouble is the full
/// editions' business.
class ChaosTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final PrintWriter SILENT = new PrintWriter(Writer.nullWriter());

    @Test
    void killedNodesLoseNothingAndDoubleNothing() throws Exception {
        judge(new KilledNodes(), new Chaos.Size(48, 12, 6, PATIENCE));
    }

    @Test
    void killedIndexersLeaveNothingOut() throws Exception {
        assertThat(new KilledIndexers()
                        .run(TestDatabase.shared().empty(), new Chaos.Size(2_000, 0, 3, PATIENCE), SILENT))
                .hasSize(4)
                .filteredOn(each -> !each.timed())
                .allSatisfy(
                        each -> assertThat(each.violations()).as(each.name()).isZero());
    }

    @Test
    void aDamagedIndexComesBackByItself() throws Exception {
        judge(new DamagedIndex(), new Chaos.Size(1_500, 0, 1, PATIENCE));
    }

    @Test
    void aFullDiskLosesNothingAndIsCaughtUp() throws Exception {
        List<Judge.Finding> findings =
                new FullDisk(8).run(TestDatabase.shared().empty(), new Chaos.Size(900, 0, 1, PATIENCE), SILENT);
        assumeThat(findings).as("a small disk can be mounted here").isNotEmpty();
        judge(findings);
    }

    @Test
    void aDatabaseThatIsKilledLosesNoAcknowledgedWrite() throws Exception {
        judge(new DatabaseGone(Duration.ofSeconds(2), Duration.ofSeconds(2))
                .run(new Chaos.Size(0, 20, 3, PATIENCE), SILENT));
    }

    @Test
    void aSeveredLineLeavesNothingStuck() throws Exception {
        judge(new SeveredLine(Duration.ofSeconds(3)), new Chaos.Size(0, 20, 2, PATIENCE));
    }

    @Test
    void aClockThatJumpsStopsNothingAndDropsNothing() throws Exception {
        judge(new ClockJumps(Duration.ofSeconds(7)), new Chaos.Size(60, 10, 1, PATIENCE));
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
    void twoNodesRaceAndEachPostGoesOutOnce() throws Exception {
        judge(new RacingNodes(), new Chaos.Size(300, 50, 1, PATIENCE));
    }

    @Test
    void aFrozenNodeThatWakesWritesNothing() throws Exception {
        judge(new FrozenNode(), new Chaos.Size(24, 12, 1, PATIENCE));
    }

    private static void judge(Chaos.Fault fault, Chaos.Size size) throws Exception {
        judge(fault.run(TestDatabase.shared().empty(), size, SILENT));
    }

    private static void judge(List<Judge.Finding> findings) {
        assertThat(findings)
                .hasSizeGreaterThan(5)
                .filteredOn(each -> !each.timed())
                .allSatisfy(
                        each -> assertThat(each.violations()).as(each.name()).isZero());
    }
}
