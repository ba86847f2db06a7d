package org.gazouillis.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.reports.XActivityFormat.Generation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class XActivityTest {
    private static final XActivityFormat LIKES = new XActivityFormat(Generation.LIKES, false, false);
    private static final XActivityFormat FAVORITES = new XActivityFormat(Generation.FAVORITES, false, false);

    @Test
    void bothGenerationsHaveFortyColumnsAndDifferInTheWordForLikes() {
        assertThat(LIKES.columns()).extracting(Column::key).hasSize(40).contains("likes", "promoted likes");
        assertThat(FAVORITES.columns())
                .extracting(Column::key)
                .hasSize(40)
                .contains("favorites", "promoted favorites")
                .doesNotContain("likes");
        assertThat(LIKES.columns().get(39).key()).isEqualTo("promoted media engagements");
    }

    @Test
    void cellsAreSpeltAsInRealFiles() throws IOException {
        List<String> row = written(LIKES, "@anna R&D <3\n\"ok\"");
        assertThat(row.subList(0, 8))
                .containsExactly(
                        "1226928883355791360",
                        "https://twitter.com/nord/status/1226928883355791360",
                        "@anna R&amp;D &lt;3\n\"ok\"",
                        "2020-02-10 18:00 +0000",
                        "1203.0",
                        "39.0",
                        "0.032418952618453865",
                        "4.0");
        assertThat(row.subList(14, 16)).containsExactly("0.0", "0");
        assertThat(row.subList(21, 24)).containsExactly("3", "-", "-");
    }

    @Test
    void textsAreGuardedOnlyWhereItIsWished() throws IOException {
        assertThat(written(LIKES, "@anna").get(2)).isEqualTo("@anna");
        assertThat(written(new XActivityFormat(Generation.LIKES, true, false), "@anna")
                        .get(2))
                .isEqualTo("'@anna");
    }

    @Test
    void otherColumnsAreRefused() {
        var table = new ReportTable(List.of(new Column("id", CellType.TEXT)), ZoneId.of("UTC"), _ -> {});
        assertThatThrownBy(() -> ReportWriter.write(table, LIKES, new ByteArrayOutputStream()))
                .isInstanceOf(CellNotWritable.class);
    }

    private static List<String> written(XActivityFormat format, String text) throws IOException {
        var cells = new @Nullable Object[40];
        cells[0] = "1226928883355791360";
        cells[1] = "https://twitter.com/nord/status/1226928883355791360";
        cells[2] = text;
        cells[3] = Instant.parse("2020-02-10T18:00:00Z");
        for (int i = 4; i < 22; i++) {
            cells[i] = 0L;
        }
        cells[4] = 1_203L;
        cells[5] = 39L;
        cells[6] = 39 / 1_203.0;
        cells[7] = 4L;
        cells[21] = 3L;
        var out = new ByteArrayOutputStream();
        var table = new ReportTable(format.columns(), ZoneId.of("Europe/Paris"), sink -> sink.row(cells));
        ReportWriter.write(table, format, out);
        String file = out.toString(StandardCharsets.UTF_8);
        assertThat(file).startsWith("\"Tweet id\",\"Tweet permalink\",").doesNotContain("\r");
        return StrictCsv.read(file.replace("\n\"12", "\r\n\"12").replace("\"-\"\n", "\"-\"\r\n"), ',')
                .getLast();
    }
}
