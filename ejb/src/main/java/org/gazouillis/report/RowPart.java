package org.gazouillis.report;

import java.io.IOException;
import java.util.List;
import org.gazouillis.reports.RowSink;
import org.gazouillis.tenancy.CopiedRow;
import org.gazouillis.tenancy.CopiedRows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A part of a report: a query, and how a row of it becomes the cells of the file.
record RowPart(String query, Cells cells) {
    /// What was given back may be used again for the next row.
    interface Cells {
        @Nullable
        Object[] of(CopiedRow row);
    }

    /// Reads the parts one after the other.
    static void pour(Handle handle, List<RowPart> parts, RowSink sink) throws IOException {
        for (RowPart part : parts) {
            CopiedRows.<IOException>read(
                    handle, part.query(), row -> sink.row(part.cells().of(row)));
        }
    }

    /// With these cells of each row alone, in this order.
    RowPart only(int[] places) {
        var few = new @Nullable Object[places.length];
        return new RowPart(query, row -> {
            @Nullable Object[] whole = cells.of(row);
            for (int i = 0; i < places.length; i++) {
                few[i] = whole[places[i]];
            }
            return few;
        });
    }
}
