package org.gazouillis.web.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gazouillis.report.ReportBlock;
import org.gazouillis.report.ReportFile;
import org.gazouillis.report.ReportRun;
import org.jspecify.annotations.Nullable;

/// One run of a report and its manifest: what its files were made of, and how to know them again.
///
/// @param repeats the run that this one made again
/// @param from    first day, in `zone`
/// @param to      last day, included
/// @param dataAsOf every fact that had happened by then is counted
/// @param columns of the data files, in their order
/// @param definitionVersions by the name of the definitions
/// @param rows    number of posts
public record ReportRunJson(
        String id,
        String report,
        @Nullable String repeats,
        String name,
        String from,
        String to,
        String zone,
        String locale,
        Instant dataAsOf,
        List<String> blocks,
        List<String> columns,
        Map<String, String> definitionVersions,
        int rows,
        List<File> files,
        Instant madeAt) {
    /// One file of the run.
    ///
    /// @param format `pdf`, `xlsx` or `csv`
    /// @param sha256 of its bytes, in hexadecimal
    /// @param url    where to take it
    public record File(String format, String sha256, String url) {}

    static ReportRunJson of(ReportRun run) {
        return new ReportRunJson(
                run.id().toString(),
                run.report().toString(),
                run.repeats() == null ? null : run.repeats().toString(),
                run.plan().name(),
                run.firstDay().toString(),
                run.lastDay().toString(),
                run.zone().getId(),
                run.plan().language(),
                run.asOf(),
                run.plan().blocks().stream()
                        .map(ReportBlock::kind)
                        .map(ReportBlock.Kind::key)
                        .toList(),
                run.plan().columns(),
                Map.of("engagement", run.definitionVersion()),
                run.rows(),
                Arrays.stream(ReportFile.values()).map(file -> file(run, file)).toList(),
                run.madeAt());
    }

    private static File file(ReportRun run, ReportFile file) {
        return new File(
                file.key(),
                String.valueOf(run.sha256().get(file.key())),
                "/api/desk/v1/report-runs/" + run.id() + "/files/" + file.key());
    }
}
