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
    private final StringBuilder record = new StringBuilder(1 << 10);
    private final Writer out;

    public JsonLinesSink(ReportTable table, Writer out) {
        columns = table.columns();
        cells = new CellText(table.zone());
        this.out = out;
    }

    @Override
    public void row(@Nullable Object... row) throws IOException {
        record.setLength(0);
        for (int i = 0; i < row.length; i++) {
            record.append(i == 0 ? '{' : ',');
            string(columns.get(i).key());
            record.append(':');
            value(columns.get(i), row[i]);
        }
        out.append(record.append("}\n"));
    }

    private void value(Column column, @Nullable Object value) {
        if (value == null) {
            record.append("null");
        } else if (column.type() == CellType.TEXT || column.type() == CellType.INSTANT) {
            string(cells.of(column, value));
        } else {
            record.append(cells.of(column, value));
        }
    }

    private void string(CharSequence text) {
        record.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        record.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> record.append('\\').append(c);
            case '\n' -> record.append("\\n");
            case '\r' -> record.append("\\r");
            case '\t' -> record.append("\\t");
            default -> {
                if (c < ' ' || c == '\u2028' || c == '\u2029') {
                    escaped(c);
                } else {
                    record.append(c);
                }
            }
        }
    }

    private void escaped(char c) {
        record.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            record.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
