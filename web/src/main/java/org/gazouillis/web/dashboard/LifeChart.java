package org.gazouillis.web.dashboard;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import org.gazouillis.rollup.Measure;

/// The curve of a post's first days in the JSON of Chart.js: impressions as a line, engagements dashed, so that they
/// are told apart without colour, too.
final class LifeChart {
    private LifeChart() {}

    static String json(List<LifeRow> rows, String impressions, String engagements) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        rows.forEach(row -> labels.add(row.label()));
        return SeriesChart.chart(
                labels,
                Json.createArrayBuilder()
                        .add(SeriesChart.series(
                                impressions,
                                "c1",
                                rows.stream().map(LifeRow::impressionsUntil).toList()))
                        .add(SeriesChart.dashed(SeriesChart.series(
                                engagements,
                                "c2",
                                rows.stream().map(LifeRow::engagementsUntil).toList()))),
                Measure.Unit.COUNT);
    }
}
