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
public final class CsvSink implements RowSink {
    private static final char BOM = '\uFEFF';

    private final List<Column> columns;
    private final CellText cells;
    private final CSVFormat quoted;
    private final CSVFormat bare;
    private final Writer out;

    private CsvSink(ReportTable table, CsvFormat format, Writer out) {
        columns = table.columns();
        cells = new CellText(table.zone());
        var rfc = CSVFormat.RFC4180.builder().setDelimiter(format.separator());
        quoted = rfc.setQuoteMode(QuoteMode.ALL).get();
        bare = rfc.setQuoteMode(QuoteMode.MINIMAL).get();
        this.out = out;
    }

    /// Opens the file: byte order mark if wished, and the header.
    public static CsvSink open(ReportTable table, CsvFormat format, Writer out) throws IOException {
        var sink = new CsvSink(table, format, out);
        if (format.bom()) {
            out.append(BOM);
        }
        for (int i = 0; i < sink.columns.size(); i++) {
            sink.bare.print(FormulaGuard.guard(sink.columns.get(i).key()), out, i == 0);
        }
        sink.bare.println(out);
        return sink;
    }

    @Override
    public void row(@Nullable Object... row) throws IOException {
        for (int i = 0; i < row.length; i++) {
            cell(columns.get(i), row[i], i == 0);
        }
        bare.println(out);
    }

    private void cell(Column column, @Nullable Object value, boolean first) throws IOException {
        if (value == null) {
            bare.print(null, out, first);
            return;
        }
        var text = cells.of(column, value);
        if (column.type() == CellType.TEXT) {
            quoted.print(FormulaGuard.guard(text), out, first);
        } else {
            bare.print(text, out, first);
        }
    }
}
