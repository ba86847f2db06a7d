package org.gazouillis.reports;

import java.io.IOException;

/// Where the rows of a [ReportTable] come from: a database cursor, a generator. Called once, on the writer's thread.
@FunctionalInterface
public interface Rows {
    /// Hands every row to `sink`, in the order in which the file shall hold them.
    void pourInto(RowSink sink) throws IOException;
}
