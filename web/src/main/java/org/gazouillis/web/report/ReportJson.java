package org.gazouillis.web.report;

import java.time.Instant;
import java.util.List;
import org.gazouillis.report.Report;

/// A report, which can be run for any period.
///
/// @param language `en` or `fr`
/// @param columns of its data files, in their order
public record ReportJson(
        String id,
        String name,
        String language,
        List<ReportBlockJson> blocks,
        List<String> columns,
        Instant changedAt) {
    static ReportJson of(Report report) {
        return new ReportJson(
                report.id().toString(),
                report.plan().name(),
                report.plan().language(),
                report.plan().blocks().stream().map(ReportBlockJson::of).toList(),
                report.plan().columns(),
                report.changedAt());
    }
}
