package org.gazouillis.report;

import java.io.IOException;
import java.time.ZoneId;

/// Where the rows of an export come from, under one lease.
interface ExportSource {
    /// Goes on with what an earlier lease began.
    ///
    /// @return false when nothing is left of it
    boolean resume();

    /// Begins anew.
    Frozen begin() throws IOException;

    /// The rows from a place on; empty for the very first. Only after one of the two.
    ExportRows rows(String place) throws IOException;

    /// Of the instants in the file.
    ZoneId zone();

    /// The most rows between two marks.
    int step();
}
