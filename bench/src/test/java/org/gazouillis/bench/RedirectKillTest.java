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

/// The small edition of `./gazouillis bench redirect-kill`.
class RedirectKillTest {
    @TempDir
    private Path data;

    @Test
    void killedRedirectorsLoseNoClickThatWasAnswered() throws IOException, InterruptedException {
        List<BenchResult> results = new RedirectKill(new PrintWriter(Writer.nullWriter()))
                .run(TestDatabase.shared().empty(), data, 3);
        assertThat(results.get(0).ours()).isPositive();
        assertThat(results.get(0).ratio()).as("answered and kept").isEqualTo(1);
        assertThat(results.get(1).ratio()).as("kept once").isEqualTo(1);
    }
}
