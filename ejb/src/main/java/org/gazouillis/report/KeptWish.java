package org.gazouillis.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.listen.FoundColumn;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XActivityFormat;
import org.gazouillis.reports.XlsxFormat;
import org.jspecify.annotations.Nullable;

/// A wish and its zone as they are kept with a job. Equal ones are spelt alike.
record KeptWish(ExportWish wish, ZoneId zone) {
    String json() {
        JsonObjectBuilder object =
                switch (wish) {
                    case EngagementWish engagement -> json(engagement);
                    case FoundWish found -> json(found);
                };
        return object.add("zone", zone.getId())
                .add("format", json(wish.format()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(EngagementWish wish) {
        return Json.createObjectBuilder()
                .add("from", wish.published().from().toString())
                .add("before", wish.published().to().toString())
                .add("columns", Json.createArrayBuilder(wish.columns()));
    }

    private static JsonObjectBuilder json(FoundWish wish) {
        return Json.createObjectBuilder()
                .add("query", wish.query())
                .add("order", wish.order().word())
                .add(
                        "columns",
                        Json.createArrayBuilder(
                                wish.columns().stream().map(FoundColumn::key).toList()));
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

    static KeptWish parse(@Nullable BrandId brand, String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            ReportFormat format = format(object.getJsonObject("format"));
            ExportWish wish = object.containsKey("query")
                    ? found(brand, object, format)
                    : engagement(Objects.requireNonNull(brand, "of one brand"), object, format);
            return new KeptWish(wish, ZoneId.of(object.getString("zone")));
        }
    }

    private static EngagementWish engagement(BrandId brand, JsonObject object, ReportFormat format) {
        var published =
                new TimeRange(Instant.parse(object.getString("from")), Instant.parse(object.getString("before")));
        return new EngagementWish(brand, published, columns(object), format);
    }

    private static FoundWish found(@Nullable BrandId brand, JsonObject object, ReportFormat format) {
        return new FoundWish(
                object.getString("query"),
                brand,
                SearchOrder.of(object.getString("order")),
                columns(object).stream()
                        .map(key -> FoundColumn.of(key).orElseThrow())
                        .toList(),
                format);
    }

    private static List<String> columns(JsonObject object) {
        return object.getJsonArray("columns").getValuesAs(JsonString::getString);
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
