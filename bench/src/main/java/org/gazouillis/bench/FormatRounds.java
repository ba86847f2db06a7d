package org.gazouillis.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.PdfReport;
import org.gazouillis.reports.ReportDocument;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.reports.RowSink;
import org.gazouillis.reports.Typesetting;
import org.gazouillis.reports.XlsxFormat;

/// The JVM that writes files, for [FormatsBench]: each round prints `ours plain peak`, rows a second and megabytes.
///
/// The plain way joins the same cells by commas and minds nothing: no quotes, no formulas, no zone.
final class FormatRounds {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Column> COLUMNS = List.of(
            new Column("status_id", CellType.NUMBER),
            new Column("text", CellType.TEXT),
            new Column("published_at", CellType.INSTANT),
            new Column("impressions", CellType.NUMBER),
            new Column("reach", CellType.NUMBER),
            new Column("likes", CellType.NUMBER),
            new Column("reposts", CellType.NUMBER),
            new Column("engagement_rate", CellType.RATE));

    private FormatRounds() {}

    /// @param arguments format, rows, rounds
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int rows = Integer.parseInt(arguments[1]);
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            Heap.forgetPeak();
            long start = System.nanoTime();
            write(arguments[0], rows);
            double ours = rows / ((System.nanoTime() - start) / 1e9);
            double peak = Heap.peakMegabytes();
            out.printf(Locale.ROOT, "%.1f %.1f %.1f%n", ours, plain(rows), peak);
        }
    }

    private static void write(String format, int rows) throws IOException {
        ReportTable table = new ReportTable(COLUMNS, PARIS, sink -> pour(rows, sink));
        OutputStream nowhere = OutputStream.nullOutputStream();
        switch (format) {
            case "csv" -> ReportWriter.write(table, CsvFormat.RFC_4180, nowhere);
            case "jsonl" -> ReportWriter.write(table, new JsonLinesFormat(false), nowhere);
            case "xlsx" -> ReportWriter.write(table, new XlsxFormat("Posts"), nowhere);
            case "pdf" -> PdfReport.write(document(rows), nowhere);
            default -> throw new IllegalArgumentException(format);
        }
    }

    private static void pour(int rows, RowSink sink) throws IOException {
        Object[] cells = new Object[COLUMNS.size()];
        for (int row = 0; row < rows; row++) {
            fill(cells, row);
            sink.row(cells);
        }
    }

    private static void fill(Object[] cells, int row) {
        cells[0] = 1_000_000_000L + row;
        cells[1] = text(row);
        cells[2] = FIRST.plusSeconds(20L * row);
        cells[3] = row % 5_000L;
        cells[4] = row % 4_000L;
        cells[5] = row % 90L;
        cells[6] = row % 30L;
        cells[7] = row % 97 / 1_000.0;
    }

    private static String text(int row) {
        return switch (row % 3) {
            case 0 -> "@anna, what is new \"today\"? #bench" + row % 50;
            case 1 -> "Déjeuner à midi; bring bread, and candles " + row;
            default -> "Nothing special in status number " + row + " https://nord.example/" + row;
        };
    }

    private static ReportDocument document(int rows) {
        List<List<String>> cells = new ArrayList<>();
        Object[] row = new Object[COLUMNS.size()];
        for (int number = 0; number < rows; number++) {
            fill(row, number);
            cells.add(Stream.of(row).map(String::valueOf).toList());
        }
        List<ReportDocument.Head> heads = COLUMNS.stream()
                .map(column -> new ReportDocument.Head(
                        column.key(), column.type() == CellType.TEXT ? 5 : 2, column.type() == CellType.NUMBER))
                .toList();
        return new ReportDocument(
                "Bench",
                Locale.ENGLISH,
                "#0b6e75",
                FIRST,
                Typesetting.WORLD,
                "Gazouillis",
                List.of(new ReportDocument.Grid("Posts", heads, cells)));
    }

    private static double plain(int rows) throws IOException {
        long start = System.nanoTime();
        Writer writer = new OutputStreamWriter(
                new BufferedOutputStream(OutputStream.nullOutputStream(), 1 << 16), StandardCharsets.UTF_8);
        StringBuilder line = new StringBuilder();
        pour(rows, cells -> {
            line.setLength(0);
            for (Object cell : cells) {
                line.append(cell).append(',');
            }
            writer.append(line.append('\n'));
        });
        writer.flush();
        return rows / ((System.nanoTime() - start) / 1e9);
    }
}
