package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.gazouillis.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The small edition of `./gazouillis bench engagement-kill`.
class EngagementKillTest {
    @TempDir
    private Path data;

    @Test
    void killedCollectorsCountEachAcknowledgedViewAndEachLikeOnceInEveryTable()
            throws IOException, InterruptedException {
        List<BenchResult> results = new EngagementKill(new PrintWriter(Writer.nullWriter()))
                .run(TestDatabase.shared().empty(), data, 2);
        assertThat(results.getFirst().ours()).as("acknowledged").isPositive();
        assertThat(results)
                .allSatisfy(
                        result -> assertThat(result.ratio()).as(result.name()).isEqualTo(1));
    }
}
