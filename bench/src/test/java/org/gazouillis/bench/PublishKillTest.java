package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.gazouillis.database.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The small edition of `./gazouillis bench publish-kill`.
class PublishKillTest {
    @Test
    void killedPublishersLoseNothingAndDoubleNothing() throws IOException, InterruptedException {
        PublishKill run = new PublishKill(new PrintWriter(Writer.nullWriter()));
        assertThat(run.run(TestDatabase.shared().empty(), 300, 4))
                .allSatisfy(
                        result -> assertThat(result.ratio()).as(result.name()).isEqualTo(1));
    }
}
