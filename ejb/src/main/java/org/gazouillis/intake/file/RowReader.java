package org.gazouillis.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a file row by row. After a [RowRefused] the next call goes on behind the refused row.
public interface RowReader extends Closeable {
    /// The names of all columns that the header, or for JSON Lines the first rows, told.
    List<String> columns();

    /// The next row, or `null` at the end.
    ///
    /// @throws RowRefused when this one cannot be read
    @Nullable
    ForeignRow next() throws IOException;

    /// Physical line on which the row began that the last call of [#next] returned or refused.
    long line();
}
