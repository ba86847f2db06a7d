package org.gazouillis.reports.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gazouillis.reports.CellNotWritable;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.RowSink;
import org.gazouillis.reports.XlsxFormat;
import org.jspecify.annotations.Nullable;

/// Writes rows as a workbook. Rows go out in packets, so memory stays flat; texts stand in their cells and in no
/// common table, which would have to be held. The same rows give the same bytes, whenever they are written.
public final class XlsxSink implements RowSink {
    /// What a sheet holds, the header included.
    private static final int MOST_ROWS = 1_048_576;
    private static final int PACKET = 500;

    private final ReportTable table;
    private final XlsxFormat format;
    private final UndatedZip zip;
    private final Workbook book;
    private Worksheet sheet;
    private int sheets = 1;
    private int next;

    public XlsxSink(ReportTable table, XlsxFormat format, OutputStream out) {
        this.table = table;
        this.format = format;
        this.zip = new UndatedZip(out);
        this.book = new Workbook(zip, "Gazouillis", null);
        this.sheet = begin(format.sheet());
    }

    private Worksheet begin(String name) {
        Worksheet begun = book.newWorksheet(name);
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            begun.inlineString(0, i, columns.get(i).key());
            begun.style(0, i).bold().set();
        }
        begun.freezePane(0, 1);
        next = 1;
        return begun;
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        if (next == MOST_ROWS) {
            sheet.close();
            sheets++;
            sheet = begin(format.sheet() + " " + sheets);
        }
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell != null) {
                write(i, table.columns().get(i), cell);
            }
        }
        next++;
        if (next % PACKET == 0) {
            sheet.flush();
        }
    }

    private void write(int at, Column column, Object cell) {
        switch (column.type()) {
            case TEXT -> sheet.inlineString(next, at, readable(of(CharSequence.class, column, cell)));
            case NUMBER -> sheet.value(next, at, number(column, cell));
            case RATE -> {
                sheet.value(next, at, of(Double.class, column, cell));
                sheet.style(next, at).format("0.00%").set();
            }
            case INSTANT -> {
                sheet.value(next, at, LocalDateTime.ofInstant(of(Instant.class, column, cell), table.zone()));
                sheet.style(next, at).format("yyyy-mm-dd hh:mm:ss").set();
            }
        }
    }

    private static Number number(Column column, Object cell) {
        if (cell instanceof Long || cell instanceof Integer || cell instanceof BigDecimal) {
            return (Number) cell;
        }
        throw CellNotWritable.of(column, cell);
    }

    private static <T> T of(Class<T> type, Column column, Object cell) {
        if (type.isInstance(cell)) {
            return type.cast(cell);
        }
        throw CellNotWritable.of(column, cell);
    }

    /// XML knows no control characters, halves of characters or U+FFFE; a mark stands for each.
    private static String readable(CharSequence text) {
        return text.codePoints()
                .map(c -> isXml(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int c) {
        return (c >= ' ' && c <= 0xD7FF)
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /// Names the zone, and completes the file.
    public void finish() throws IOException {
        sheet.close();
        Worksheet zone = book.newWorksheet("zone");
        zone.inlineString(0, 0, table.zone().getId());
        zone.close();
        zip.hold();
        book.finish();
        zip.release();
    }
}
