package org.gazouillis.web.report;

import java.time.Instant;
import org.gazouillis.report.ReportChange;
import org.jspecify.annotations.Nullable;

/// What differs from the run that was made again.
///
/// @param status of which status, by its id here
/// @param column key of the column; `post` when the whole post came or went
/// @param before left out when it was missing
/// @param now    left out when it is missing
public record ReportChangeJson(
        String status,
        @Nullable Instant publishedAt,
        @Nullable String text,
        String column,
        @Nullable String before,
        @Nullable String now) {
    static ReportChangeJson of(ReportChange change) {
        return new ReportChangeJson(
                change.statusId(), change.publishedAt(), change.text(), change.column(), change.before(), change.now());
    }
}
