package org.gazouillis.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.gazouillis.reports.csv.CsvSink;
import org.gazouillis.reports.csv.XActivitySink;
import org.gazouillis.reports.json.JsonLinesSink;
import org.gazouillis.reports.xlsx.XlsxSink;
import org.jspecify.annotations.Nullable;

/// Pours a [ReportTable] into a file, a socket or any other stream.
public final class ReportWriter {
    private static final int BUFFER = 1 << 16;

    private ReportWriter() {}

    /// Writes the whole table, header included, and flushes. `out` stays open: whoever opened it closes it.
    ///
    /// @return number of rows, the header not counted
    /// @throws CellNotWritable when a row does not fit the columns
    /// @throws IOException     when `out` cannot take more, or the source failed; what was written until then is no
    ///                         complete report
    public static long write(ReportTable table, ReportFormat format, OutputStream out) throws IOException {
        if (!format.gzip()) {
            return pour(table, format, out);
        }
        // The head of a packed file waits for its body, so that a failure before the first row leaves nothing.
        var bytes = new BufferedOutputStream(out, BUFFER);
        var packed = new FastGzip(bytes);
        var rows = pour(table, format, packed);
        packed.finish();
        bytes.flush();
        return rows;
    }

    /// Writes further rows behind those that were written before, without a header, and flushes. One file written in
    /// several goes has the bytes of one written at once.
    ///
    /// @param format one that [ReportFormat#isAppendable()]
    /// @return number of rows of this go
    public static long more(ReportTable table, ReportFormat format, OutputStream out) throws IOException {
        if (!format.isAppendable()) {
            throw new IllegalArgumentException("A packed file is written in one go.");
        }
        var writer = new Utf8Writer(new BufferedOutputStream(out, BUFFER));
        RowSink sink =
                switch (format) {
                    case CsvFormat csv -> CsvSink.goOn(table, csv, writer);
                    case JsonLinesFormat _ -> new JsonLinesSink(table, writer);
                    case XActivityFormat activity -> XActivitySink.goOn(table, activity, writer);
                    case XlsxFormat _ -> throw new IllegalStateException("not appendable");
                };
        long rows = pour(table, sink);
        writer.flush();
        return rows;
    }

    private static long pour(ReportTable table, ReportFormat format, OutputStream out) throws IOException {
        var bytes = new BufferedOutputStream(out, BUFFER);
        var writer = new Utf8Writer(bytes);
        long rows =
                switch (format) {
                    case CsvFormat csv -> pour(table, CsvSink.open(table, csv, writer));
                    case JsonLinesFormat _ -> pour(table, new JsonLinesSink(table, writer));
                    case XActivityFormat activity -> pour(table, XActivitySink.open(table, activity, writer));
                    case XlsxFormat xlsx -> {
                        var workbook = new XlsxSink(table, xlsx, bytes);
                        long poured = pour(table, workbook);
                        workbook.finish();
                        yield poured;
                    }
                };
        writer.flush();
        return rows;
    }

    private static long pour(ReportTable table, RowSink sink) throws IOException {
        var counted = new Counted(sink, table.columns().size());
        table.rows().pourInto(counted);
        return counted.rows;
    }

    private static final class Counted implements RowSink {
        private final RowSink sink;
        private final int width;
        private long rows;

        Counted(RowSink sink, int width) {
            this.sink = sink;
            this.width = width;
        }

        @Override
        public void row(@Nullable Object... cells) throws IOException {
            if (cells.length != width) {
                throw new CellNotWritable(
                        "Row " + (rows + 1) + " has " + cells.length + " cells, the table has " + width + " columns.");
            }
            sink.row(cells);
            rows++;
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
