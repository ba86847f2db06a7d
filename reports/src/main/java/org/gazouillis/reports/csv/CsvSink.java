package org.gazouillis.reports.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.RowSink;
import org.gazouillis.reports.table.CellText;
import org.jspecify.annotations.Nullable;

/// Writes rows as CSV. Texts are always in quotes and guarded, everything else is bare, a missing value is nothing at
/// all: so an empty text (`""`) and no text stay two things.
///
/// Commons CSV spells header and texts. Numbers, rates and instants hold neither quote nor separator nor line break,
/// so they go past it: that made a row of 27 columns a third cheaper.
public final class CsvSink implements RowSink {
    private static final char BOM = '\uFEFF';

    private final List<Column> columns;
    private final CellText cells;
    private final CSVFormat quoted;
    private final char separator;
    private final StringBuilder record = new StringBuilder(1 << 10);
    private final Writer out;

    private CsvSink(ReportTable table, CsvFormat format, Writer out) {
        columns = table.columns();
        cells = new CellText(table.zone());
        separator = format.separator();
        quoted = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setQuoteMode(QuoteMode.ALL)
                .get();
        this.out = out;
    }

    /// Opens the file: byte order mark if wished, and the header.
    public static CsvSink open(ReportTable table, CsvFormat format, Writer out) throws IOException {
        var sink = new CsvSink(table, format, out);
        if (format.bom()) {
            out.append(BOM);
        }
        sink.header();
        return sink;
    }

    /// Goes on with a file that was opened and left before.
    public static CsvSink goOn(ReportTable table, CsvFormat format, Writer out) {
        return new CsvSink(table, format, out);
    }

    private void header() throws IOException {
        var bare = quoted.builder().setQuoteMode(QuoteMode.MINIMAL).get();
        for (int i = 0; i < columns.size(); i++) {
            bare.print(FormulaGuard.guard(columns.get(i).key()), out, i == 0);
        }
        bare.println(out);
    }

    @Override
    public void row(@Nullable Object... row) throws IOException {
        record.setLength(0);
        for (int i = 0; i < row.length; i++) {
            cell(columns.get(i), row[i], i == 0);
        }
        out.append(record.append("\r\n"));
    }

    private void cell(Column column, @Nullable Object value, boolean first) throws IOException {
        if (value != null && column.type() == CellType.TEXT) {
            quoted.print(FormulaGuard.guard(cells.of(column, value)), record, first);
            return;
        }
        if (!first) {
            record.append(separator);
        }
        if (value != null) {
            record.append(cells.of(column, value));
        }
    }
}
