package org.gazouillis.engage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// All that one call of a reader's page reported.
///
/// @param program whether nobody looked, by [ViewRules]
record ReportCall(Viewer viewer, boolean program, Instant received, List<Report> reports) {
    ReportCall {
        reports = List.copyOf(reports);
    }

    /// A visitor is the same person for this UTC day.
    LocalDate day() {
        return LocalDate.ofInstant(received, ZoneOffset.UTC);
    }

    /// Zero for a visitor.
    long profile() {
        return viewer instanceof Viewer.Reader reader ? reader.profile().value() : 0;
    }
}
