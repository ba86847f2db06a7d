package org.gazouillis.bench;

import java.io.PrintWriter;
import java.io.Writer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.gazouillis.database.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The small edition of F8, `./gazouillis chaos F8`.
class ClockChaosTest {
    @Test
    void whateverTheClocksDoEverySeriesIsSaidOnceALocalDay() throws SQLException {
        ClockChaos run = new ClockChaos(new PrintWriter(Writer.nullWriter()));
        List<String> nights = List.of("gap in Europe", "overlap in Europe", "the day that Samoa left out");
        assertThat(run.run(TestDatabase.shared().empty(), 12, Duration.ofMinutes(30), nights))
                .hasSize(9)
                .allSatisfy(
                        result -> assertThat(result.ratio()).as(result.name()).isEqualTo(1));
    }
}
