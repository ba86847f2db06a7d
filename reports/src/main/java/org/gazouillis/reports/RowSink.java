package org.gazouillis.reports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Takes one row after the other. The array is read before the call returns, so the caller may use it again.
@FunctionalInterface
public interface RowSink {
    /// Writes one row: as many cells as the table has columns, each `null` or of its column's [CellType].
    ///
    /// @throws CellNotWritable when a row is too short, too long, or a cell is not of its column's type
    /// @throws IOException     when the file cannot be written (the reader went away, the disk is full)
    void row(@Nullable Object... cells) throws IOException;
}
