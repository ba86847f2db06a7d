package org.gazouillis.reports.csv;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.gazouillis.reports.CellNotWritable;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.RowSink;
import org.gazouillis.reports.XActivityFormat;
import org.jspecify.annotations.Nullable;

/// Writes rows as X spelt them. The first ten counts of either half bear a `.0` in real files, those of apps, follows,
/// mail, phone and media none.
public final class XActivitySink implements RowSink {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xx", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final CSVFormat QUOTED = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setRecordSeparator('\n')
            .get();
    private static final int TEXT = 2;
    private static final int FIRST_COUNT = 4;
    private static final int HALF = 18;
    private static final int WITH_DECIMAL = 11;

    private final List<Column> columns;
    private final boolean guard;
    private final StringBuilder record = new StringBuilder(1 << 10);
    private final Writer out;

    private XActivitySink(List<Column> columns, boolean guard, Writer out) {
        this.columns = columns;
        this.guard = guard;
        this.out = out;
    }

    /// Opens the file with its header.
    ///
    /// @throws CellNotWritable when the table has other columns than the format
    public static XActivitySink open(ReportTable table, XActivityFormat format, Writer out) throws IOException {
        var sink = goOn(table, format, out);
        QUOTED.printRecord(out, table.columns().stream().map(Column::key).toArray());
        return sink;
    }

    /// Goes on with a file that was opened and left before.
    ///
    /// @throws CellNotWritable when the table has other columns than the format
    public static XActivitySink goOn(ReportTable table, XActivityFormat format, Writer out) {
        if (!table.columns().equals(format.columns())) {
            throw new CellNotWritable("X's activity file has columns of its own, see XActivityFormat.columns().");
        }
        return new XActivitySink(table.columns(), format.guard(), out);
    }

    @Override
    public void row(@Nullable Object... row) throws IOException {
        record.setLength(0);
        for (int i = 0; i < row.length; i++) {
            QUOTED.print(spelt(i, row[i]), record, i == 0);
        }
        out.append(record.append('\n'));
    }

    private CharSequence spelt(int at, @Nullable Object cell) {
        if (cell == null) {
            return "-";
        }
        return switch (columns.get(at).type()) {
            case TEXT -> text(at, of(CharSequence.class, at, cell));
            case NUMBER -> of(Long.class, at, cell) + (hasDecimal(at) ? ".0" : "");
            case RATE -> Double.toString(of(Double.class, at, cell));
            case INSTANT -> TIME.format(of(Instant.class, at, cell));
        };
    }

    private CharSequence text(int at, CharSequence cell) {
        String text = at == TEXT
                ? cell.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                : cell.toString();
        return guard ? FormulaGuard.guard(text) : text;
    }

    private static boolean hasDecimal(int at) {
        return (at - FIRST_COUNT) % HALF < WITH_DECIMAL;
    }

    private <T> T of(Class<T> type, int at, Object cell) {
        if (type.isInstance(cell)) {
            return type.cast(cell);
        }
        Column column = columns.get(at);
        throw new CellNotWritable("Column '" + column.key() + "' takes " + column.type() + ", got "
                + cell.getClass().getSimpleName() + ".");
    }
}
