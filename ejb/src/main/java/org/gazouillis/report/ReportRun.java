package org.gazouillis.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.Typesetting;
import org.jspecify.annotations.Nullable;

/// One run of a report. It keeps all that its files are made of, so that they come out the same on another day and in
/// another process.
///
/// @param repeats           the run that this one made again; null for a first one
/// @param plan              as it was when it ran
/// @param firstDay          posts published on this day of the zone or later
/// @param lastDay           and on this one at the latest
/// @param asOf              every fact that had happened by then is counted, and no later one
/// @param definitionVersion of the columns
/// @param typesetting       of its PDF
/// @param rows              number of posts
/// @param sha256            of each file, by its format: `pdf`, `xlsx`, `csv`
public record ReportRun(
        ReportRunId id,
        ReportId report,
        BrandId brand,
        @Nullable ReportRunId repeats,
        ReportPlan plan,
        String brandName,
        String colour,
        LocalDate firstDay,
        LocalDate lastDay,
        ZoneId zone,
        Instant asOf,
        String definitionVersion,
        Typesetting typesetting,
        int rows,
        Map<String, String> sha256,
        Instant madeAt) {
    public ReportRun {
        sha256 = Map.copyOf(sha256);
    }

    ReportRun made(int counted, Map<String, String> digests) {
        return new ReportRun(
                id,
                report,
                brand,
                repeats,
                plan,
                brandName,
                colour,
                firstDay,
                lastDay,
                zone,
                asOf,
                definitionVersion,
                typesetting,
                counted,
                digests,
                madeAt);
    }

    TimeRange published() {
        return TimeRange.ofDays(firstDay, lastDay, zone);
    }

    /// `report_2026-11-16_2026-11-22`.
    public String fileBase() {
        return "report_" + firstDay + "_" + lastDay;
    }
}
