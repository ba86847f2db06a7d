package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import org.gazouillis.database.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The small edition of F22, `./gazouillis chaos F22`.
class FenceChaosTest {
    @Test
    void nothingLeavesAfterAStopAndNothingFloodsAfterItsRelease() throws IOException, InterruptedException {
        FenceChaos run = new FenceChaos(new PrintWriter(Writer.nullWriter()));
        assertThat(run.run(TestDatabase.shared().empty(), 1_000, 5, Duration.ofSeconds(5)))
                .filteredOn(result -> result.unit().equals("posts"))
                .allSatisfy(
                        result -> assertThat(result.ratio()).as(result.name()).isEqualTo(1));
    }
}
