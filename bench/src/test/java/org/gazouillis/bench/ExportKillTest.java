package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.gazouillis.database.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The small edition of `./gazouillis bench export-kill`.
class ExportKillTest {
    @Test
    void killedExportersGoOnToTheBytesOfAFileThatWasSentAtOnceAndTellOfItOnce()
            throws IOException, InterruptedException {
        List<BenchResult> results = new ExportKill(new PrintWriter(Writer.nullWriter()))
                .run(TestDatabase.shared().empty(), 40_000, 1_000, 1);
        assertThat(results)
                .hasSize(9)
                .allSatisfy(
                        result -> assertThat(result.ratio()).as(result.name()).isEqualTo(1));
    }
}
