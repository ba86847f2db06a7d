package org.gazouillis.reports.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.RowSink;
import org.gazouillis.reports.table.CellText;
import org.jspecify.annotations.Nullable;

/// Writes rows as JSON Lines. Texts stay as people wrote them: a JSON reader runs no formulas.
public final class JsonLinesSink implements RowSink {
    private static final String HEX = "0123456789abcdef";

    private final List<Column> columns;
    private final CellText cells;
    private final Writer out;

    public JsonLinesSink(ReportTable table, Writer out) {
        columns = table.columns();
        cells = new CellText(table.zone());
        this.out = out;
    }

    @Override
    public void row(@Nullable Object... row) throws IOException {
        for (int i = 0; i < row.length; i++) {
            out.append(i == 0 ? '{' : ',');
            string(columns.get(i).key());
            out.append(':');
            value(columns.get(i), row[i]);
        }
        out.append("}\n");
    }

    private void value(Column column, @Nullable Object value) throws IOException {
        if (value == null) {
            out.append("null");
        } else if (column.type() == CellType.TEXT || column.type() == CellType.INSTANT) {
            string(cells.of(column, value));
        } else {
            out.append(cells.of(column, value));
        }
    }

    private void string(CharSequence text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) throws IOException {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ' || c == '\u2028' || c == '\u2029') {
                    escaped(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void escaped(char c) throws IOException {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
