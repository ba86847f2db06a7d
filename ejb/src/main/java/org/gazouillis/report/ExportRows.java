package org.gazouillis.report;

import java.io.Closeable;
import java.io.IOException;
import org.gazouillis.reports.RowSink;

/// Rows of an export, in their order, from some place on.
interface ExportRows extends Closeable {
    /// Pours so many rows or a few more, up to where a place is; fewer only at the end.
    ///
    /// @return how many there were
    long pour(long least, RowSink sink) throws IOException;

    /// Where the next row stands.
    String place();
}
