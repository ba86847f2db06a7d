package org.gazouillis.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row as it lies in the database before it is judged.
///
/// @param broken why the line could not be cut into cells; null when it could
record StagedRow(
        int row, int line, List<String> cells, @Nullable BulkFault broken) {}
