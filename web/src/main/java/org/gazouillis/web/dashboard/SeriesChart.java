package org.gazouillis.web.dashboard;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gazouillis.rollup.Measure;
import org.jspecify.annotations.Nullable;

/// The chart of one measure in the JSON of Chart.js: this period as a line, the one before grey and dashed. Colours
/// are names of tokens; `dashboard.js` resolves them for the theme.
public final class SeriesChart {
    private SeriesChart() {}

    public static String json(List<SeriesRow> rows, Measure measure, String now, String before) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        rows.forEach(row -> labels.add(row.label()));
        JsonObject chart = Json.createObjectBuilder()
                .add("type", "line")
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("labels", labels)
                                .add(
                                        "datasets",
                                        Json.createArrayBuilder()
                                                .add(series(now, "c1", rows, SeriesRow::number))
                                                .add(series(before, "input-line", rows, SeriesRow::numberBefore)
                                                        .add(
                                                                "borderDash",
                                                                Json.createArrayBuilder()
                                                                        .add(5)
                                                                        .add(4)))))
                .add(
                        "options",
                        Json.createObjectBuilder()
                                .add("unit", measure.unit().name().toLowerCase(Locale.ROOT))
                                .add("responsive", true)
                                .add("maintainAspectRatio", false))
                .build();
        // The JSON stands inside a script element, which an angle bracket could end.
        return chart.toString().replace("<", "\\u003c");
    }

    private static JsonObjectBuilder series(
            String label, String token, List<SeriesRow> rows, Function<SeriesRow, @Nullable Number> number) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        for (SeriesRow row : rows) {
            Number value = number.apply(row);
            if (value == null) {
                data.addNull();
            } else {
                data.add(value.doubleValue());
            }
        }
        return Json.createObjectBuilder()
                .add("label", label)
                .add("token", token)
                .add("data", data);
    }
}
