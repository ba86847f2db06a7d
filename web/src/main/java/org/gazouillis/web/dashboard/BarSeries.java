package org.gazouillis.web.dashboard;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.rollup.Measure;
import org.jspecify.annotations.Nullable;

/// One measure of the rows of a [Pivot] as bars, in the JSON of Chart.js; the others together have none.
final class BarSeries {
    /// More bars than these cannot be told apart.
    static final int MOST = 62;
    private static final int LONGEST_LABEL = 24;

    private BarSeries() {}

    static String json(Pivot pivot, ExploreTable table, Measure measure, String name) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        List<@Nullable Number> numbers = new ArrayList<>();
        for (int row = 0; row < Math.min(MOST, pivot.rows().size()); row++) {
            Pivot.Line line = pivot.rows().get(row);
            if (!line.head().key().equals(Axis.OTHERS)) {
                labels.add(cut(table.rows().get(row).label()));
                numbers.add(measure.of(line.total()).value());
            }
        }
        return SeriesChart.chart(
                "bar", labels, Json.createArrayBuilder().add(SeriesChart.series(name, "c1", numbers)), measure.unit());
    }

    private static String cut(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
