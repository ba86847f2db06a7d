package org.gazouillis.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportWriterTest {
    private static final Instant NINE = Instant.parse("2026-07-14T07:00:00Z");
    private static final List<Column> COLUMNS = List.of(
            new Column("post_id", CellType.TEXT),
            new Column("likes", CellType.NUMBER),
            new Column("rate", CellType.RATE),
            new Column("published_at", CellType.INSTANT));

    @Test
    void csvIsRfc4180WithTextsInQuotesAndTheRestBare() throws IOException {
        assertThat(text(CsvFormat.RFC_4180, row("1009", 17L, 0.0312, NINE), row("a \"b\"\n, c", -3, 1.0, NINE)))
                .isEqualTo("post_id,likes,rate,published_at\r\n"
                        + "\"1009\",17,0.0312,2026-07-14T09:00:00+02:00\r\n"
                        + "\"a \"\"b\"\"\n, c\",-3,1,2026-07-14T09:00:00+02:00\r\n");
    }

    @Test
    void aMissingValueIsAnEmptyCellAndNeverZero() throws IOException {
        assertThat(text(CsvFormat.RFC_4180, row(null, null, null, null), row("", 0L, 0.0, NINE)))
                .contains("\r\n,,,\r\n\"\",0,0,2026");
    }

    @Test
    void negativeNumbersStayNumbersWhileTextsThatLookLikeFormulasAreGuarded() throws IOException {
        assertThat(text(CsvFormat.RFC_4180, row("-5", -5, -0.5, NINE))).contains("\"'-5\",-5,-0.5,");
    }

    @Test
    void decimalsAndSmallRatesAreNeverWrittenWithAnExponent() throws IOException {
        assertThat(text(CsvFormat.RFC_4180, row("x", new BigDecimal("1E+3"), 0.0000014, NINE)))
                .contains("\"x\",1000,0.000001,");
    }

    @Test
    void instantsCarryTheOffsetOfTheZoneAndAFractionOnlyWhenThereIsOne() throws IOException {
        var micros = Instant.parse("2026-01-05T08:09:10.000123Z");
        assertThat(text(CsvFormat.RFC_4180, row("x", 1, 1.0, micros), row("x", 1, 1.0, micros.plusNanos(7))))
                .contains("2026-01-05T09:09:10.000123+01:00")
                .contains("2026-01-05T09:09:10.000123007+01:00");
    }

    @Test
    void separatorAndByteOrderMarkAreOptions() throws IOException {
        var file = bytes(new CsvFormat(';', true, false), row("a;b", 1, 0.5, NINE));
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("post_id;likes;")
                .contains("\"a;b\";1;0.5;");
        assertThat(text(new CsvFormat('\t', false, false), row("x", 1, 0.5, NINE)))
                .contains("\"x\"\t1\t0.5\t");
        assertThatThrownBy(() -> new CsvFormat('|', false, false)).hasMessageContaining("semicolon");
    }

    @Test
    void gzipHoldsTheSameFile() throws IOException {
        var packed = bytes(new CsvFormat(',', false, true), row("é", 1, 0.5, NINE));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes(CsvFormat.RFC_4180, row("é", 1, 0.5, NINE)));
        }
    }

    @Test
    void theStreamStaysOpenForItsOwner() throws IOException {
        var closed = new boolean[1];
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        ReportWriter.write(table(row("x", 1, 0.5, NINE)), new CsvFormat(',', false, true), out);
        assertThat(closed[0]).isFalse();
        assertThat(out.size()).isPositive();
    }

    @Test
    void jsonLinesKeepTextsAsTheyAreAndMissingValuesAsNull() throws IOException {
        assertThat(text(new JsonLinesFormat(false), row("=1\"\\\n\u0001😀", 3, null, NINE)))
                .isEqualTo("{\"post_id\":\"=1\\\"\\\\\\n\\u0001😀\",\"likes\":3,\"rate\":null,"
                        + "\"published_at\":\"2026-07-14T09:00:00+02:00\"}\n");
    }

    @Test
    void rowsThatDoNotFitAreRefusedWithTheNameOfTheColumn() {
        assertThatThrownBy(() -> text(CsvFormat.RFC_4180, row("x", "17", 0.5, NINE)))
                .isInstanceOf(CellNotWritable.class)
                .hasMessageContaining("'likes' takes NUMBER, got String");
        assertThatThrownBy(() -> text(CsvFormat.RFC_4180, row("x", 1, Double.NaN, NINE)))
                .hasMessageContaining("'rate'");
        assertThatThrownBy(() -> text(CsvFormat.RFC_4180, row("x", 1)))
                .hasMessage("Row 1 has 2 cells, the table has 4 columns.");
    }

    @Test
    void columnsHaveUniqueKeys() {
        var twice = List.of(COLUMNS.getFirst(), COLUMNS.getFirst());
        assertThatThrownBy(() -> new ReportTable(twice, ZoneId.of("UTC"), _ -> {}))
                .hasMessageContaining("'post_id' stands twice");
    }

    @Test
    void aMillionRowsKeepTheHeapFlat() throws IOException {
        var usedAfter = new ArrayList<Long>();
        var table = new ReportTable(COLUMNS, ZoneId.of("Europe/Paris"), sink -> {
            for (int i = 1; i <= 1_000_000; i++) {
                sink.row("@someone wrote line " + i + "\nand \"more\"", i, 0.5, NINE.plusSeconds(i));
                if (i % 450_000 == 0) {
                    usedAfter.add(liveBytes());
                }
            }
        });
        assertThat(ReportWriter.write(table, new CsvFormat(',', true, true), OutputStream.nullOutputStream()))
                .isEqualTo(1_000_000);
        assertThat(usedAfter.getLast() - usedAfter.getFirst()).isLessThan(1 << 20);
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static @Nullable Object[] row(@Nullable Object... cells) {
        return cells;
    }

    private static ReportTable table(@Nullable Object[]... rows) {
        return new ReportTable(COLUMNS, ZoneId.of("Europe/Paris"), sink -> {
            for (var row : rows) {
                sink.row(row);
            }
        });
    }

    private static byte[] bytes(ReportFormat format, @Nullable Object[]... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ReportWriter.write(table(rows), format, out)).isEqualTo(rows.length);
        return out.toByteArray();
    }

    private static String text(ReportFormat format, @Nullable Object[]... rows) throws IOException {
        return new String(bytes(format, rows), StandardCharsets.UTF_8);
    }
}
