package org.gazouillis.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XActivityFormat;
import org.gazouillis.reports.XlsxFormat;

/// A wish and its zone as they are kept with a job. Equal ones are spelt alike.
record KeptWish(EngagementWish wish, ZoneId zone) {
    String json() {
        var columns = Json.createArrayBuilder();
        wish.columns().forEach(columns::add);
        return Json.createObjectBuilder()
                .add("from", wish.published().from().toString())
                .add("before", wish.published().to().toString())
                .add("zone", zone.getId())
                .add("columns", columns)
                .add("format", json(wish.format()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(ReportFormat format) {
        var object = Json.createObjectBuilder().add("gzip", format.gzip());
        return switch (format) {
            case CsvFormat csv ->
                object.add("kind", "csv")
                        .add("separator", String.valueOf(csv.separator()))
                        .add("bom", csv.bom());
            case JsonLinesFormat _ -> object.add("kind", "jsonl");
            case XActivityFormat activity ->
                object.add("kind", "x-activity")
                        .add("generation", activity.generation().name())
                        .add("guard", activity.guard());
            case XlsxFormat xlsx -> object.add("kind", "xlsx").add("sheet", xlsx.sheet());
        };
    }

    static KeptWish parse(BrandId brand, String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            var published =
                    new TimeRange(Instant.parse(object.getString("from")), Instant.parse(object.getString("before")));
            var columns = object.getJsonArray("columns").getValuesAs(JsonString::getString);
            return new KeptWish(
                    new EngagementWish(brand, published, columns, format(object.getJsonObject("format"))),
                    ZoneId.of(object.getString("zone")));
        }
    }

    private static ReportFormat format(JsonObject object) {
        boolean gzip = object.getBoolean("gzip");
        return switch (object.getString("kind")) {
            case "csv" -> new CsvFormat(object.getString("separator").charAt(0), object.getBoolean("bom"), gzip);
            case "jsonl" -> new JsonLinesFormat(gzip);
            case "xlsx" -> new XlsxFormat(object.getString("sheet"));
            default ->
                new XActivityFormat(
                        XActivityFormat.Generation.valueOf(object.getString("generation")),
                        object.getBoolean("guard"),
                        gzip);
        };
    }
}
