package org.gazouillis.report;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.Column;

/// What a file holds and how to know it again: its filters, the definitions it was counted by, and its digest. It says
/// nothing of when or by whom it was made, so that the same file always has the same manifest.
///
/// @param brand    handle
/// @param columns  in the order of the file
/// @param zone     of the instants in the file
/// @param locale   BCP 47; `und` where numbers and times are spelt the same in every language
/// @param dataAsOf every fact up to then is counted
/// @param bytes    length of the file
/// @param sha256   of the file, in hexadecimal
record ExportManifest(
        String file,
        String brand,
        TimeRange published,
        List<Column> columns,
        ZoneId zone,
        String locale,
        Instant dataAsOf,
        long rows,
        long bytes,
        String sha256) {
    byte[] json() {
        var names = Json.createArrayBuilder();
        columns.forEach(column -> names.add(column.key()));
        return Json.createObjectBuilder()
                .add("report", "engagement")
                .add("file", file)
                .add(
                        "filters",
                        Json.createObjectBuilder()
                                .add("brand", brand)
                                .add("published_from", published.from().toString())
                                .add("published_before", published.to().toString()))
                .add("columns", names)
                .add("zone", zone.getId())
                .add("locale", locale)
                .add("definition_versions", Json.createObjectBuilder().add("engagement", EngagementColumn.VERSION))
                .add("data_as_of", dataAsOf.toString())
                .add("rows", rows)
                .add("bytes", bytes)
                .add("sha256", sha256)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
