package org.gazouillis.web.dashboard;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gazouillis.rollup.Measure;
import org.jspecify.annotations.Nullable;

/// The chart of one measure in the JSON of Chart.js: this period as a line, the one before grey and dashed. Colours
/// are names of tokens; `dashboard.js` resolves them for the theme.
public final class SeriesChart {
    private static final int DASH = 5;
    private static final int GAP = 4;

    private SeriesChart() {}

    public static String json(List<SeriesRow> rows, Measure measure, String now, String before) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        List<@Nullable Number> numbers = new ArrayList<>();
        List<@Nullable Number> numbersBefore = new ArrayList<>();
        for (SeriesRow row : rows) {
            labels.add(row.label());
            numbers.add(row.number());
            numbersBefore.add(row.numberBefore());
        }
        return chart(
                labels,
                Json.createArrayBuilder()
                        .add(series(now, "c1", numbers))
                        .add(dashed(series(before, "input-line", numbersBefore))),
                measure.unit());
    }

    static String chart(JsonArrayBuilder labels, JsonArrayBuilder series, Measure.Unit unit) {
        return chart("line", labels, series, unit);
    }

    /// @param type `line` or `bar`
    static String chart(String type, JsonArrayBuilder labels, JsonArrayBuilder series, Measure.Unit unit) {
        JsonObject chart = Json.createObjectBuilder()
                .add("type", type)
                .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", series))
                .add(
                        "options",
                        Json.createObjectBuilder()
                                .add("unit", unit.name().toLowerCase(Locale.ROOT))
                                .add("responsive", true)
                                .add("maintainAspectRatio", false))
                .build();
        // The JSON stands inside a script element, which an angle bracket could end.
        return chart.toString().replace("<", "\\u003c");
    }

    static JsonObjectBuilder series(String label, String token, List<? extends @Nullable Number> numbers) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        for (Number value : numbers) {
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

    static JsonObjectBuilder dashed(JsonObjectBuilder series) {
        return series.add("borderDash", Json.createArrayBuilder().add(DASH).add(GAP));
    }
}
