package org.gazouillis.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class XlsxTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("id", org.gazouillis.reports.CellType.TEXT),
            new Column("at", org.gazouillis.reports.CellType.INSTANT),
            new Column("likes", org.gazouillis.reports.CellType.NUMBER),
            new Column("rate", org.gazouillis.reports.CellType.RATE));

    @Test
    void cellsKeepTheirKindAndMissingOnesStayEmpty() throws IOException {
        Instant at = Instant.parse("2026-07-14T07:00:00Z");
        List<Row> rows = read(
                sink -> {
                    sink.row("=1+1", at, 12L, 0.0312);
                    sink.row("été 👍🏽 <b>&\n\u0001", null, new BigDecimal("1.5"), null);
                },
                0);
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().getCellText(3)).isEqualTo("rate");
        Row first = rows.get(1);
        assertThat(first.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(first.getCellText(0)).isEqualTo("=1+1");
        assertThat(first.getCellAsDate(1)).hasValue(LocalDateTime.of(2026, 7, 14, 9, 0));
        assertThat(first.getCellAsNumber(2)).hasValue(BigDecimal.valueOf(12));
        assertThat(first.getCellAsNumber(3)).hasValue(new BigDecimal("0.0312"));
        Row second = rows.get(2);
        assertThat(second.getCellText(0)).isEqualTo("été 👍🏽 <b>&\n\uFFFD");
        assertThat(second.getOptionalCell(1)).isEmpty();
        assertThat(second.getCellAsNumber(2)).hasValue(new BigDecimal("1.5"));
    }

    @Test
    void aSecondSheetNamesTheZone() throws IOException {
        assertThat(read(_ -> {}, 1).getFirst().getCellText(0)).isEqualTo("Europe/Paris");
    }

    @Test
    void manyRowsAreAllThere() throws IOException {
        List<Row> rows = read(
                sink -> {
                    for (long row = 1; row <= 1_234; row++) {
                        sink.row(Long.toString(row), null, row, null);
                    }
                },
                0);
        assertThat(rows).hasSize(1_235);
        assertThat(rows.getLast().getCellText(0)).isEqualTo("1234");
    }

    @Test
    void aCellOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> read(sink -> sink.row("1", null, "twelve", null), 0))
                .isInstanceOf(CellNotWritable.class)
                .hasMessageContaining("likes");
        assertThatThrownBy(() -> new XlsxFormat("a/b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Row> read(Rows rows, int sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        ReportWriter.write(new ReportTable(COLUMNS, ZoneId.of("Europe/Paris"), rows), new XlsxFormat("Posts"), out);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return book.getSheet(sheet).orElseThrow().read();
        }
    }
}
