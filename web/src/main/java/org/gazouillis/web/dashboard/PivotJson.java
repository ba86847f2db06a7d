package org.gazouillis.web.dashboard;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.dashboard.PivotQuestion;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Totals;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// Figures parted by one or two dimensions. Rows share people, and by hashtags events, too: `totals` are counted by
/// themselves and are no sums of rows.
///
/// @param brands handles of the brands that are counted
/// @param from of the first brand, whose `zone` it is; `to` is excluded
/// @param columns empty when there is only one
/// @param otherRows how many rows the last one, with the key `*`, stands for
/// @param otherColumns how many columns the last one, with the key `*`, stands for
/// @param columnTotals of each column
/// @param totals values are null when nothing is known yet
/// @param dataAsOf everything that happened until then is counted
/// @param complete false while the search index may miss posts that the query would find
public record PivotJson(
        List<String> brands,
        OffsetDateTime from,
        OffsetDateTime to,
        String zone,
        String window,
        String by,
        @Nullable String columnsBy,
        List<HeadJson> columns,
        List<RowJson> rows,
        int otherRows,
        int otherColumns,
        List<Map<String, FigureJson>> columnTotals,
        Map<String, FigureJson> totals,
        Map<String, Integer> definitions,
        OffsetDateTime dataAsOf,
        boolean complete) {

    /// @param key an id, hashtag, language or time; `-` for none, `~` for what happened on no post, `*` for the others
    /// @param name what people call it; left out when the key says it all
    public record HeadJson(String key, @Nullable String name) {}

    /// @param cells one for each column
    public record RowJson(
            String key, @Nullable String name, Map<String, FigureJson> measures, List<Map<String, FigureJson>> cells) {}

    static PivotJson of(Pivot pivot) {
        PivotQuestion question = pivot.question();
        PivotQuestion.Slice first = question.slices().getFirst();
        ZoneId zone = first.period().zone();
        Axis columns = question.columns();
        List<Measure> measures = question.measures();
        Map<String, Integer> definitions = new LinkedHashMap<>();
        measures.forEach(measure -> definitions.put(measure.key(), measure.version()));
        return new PivotJson(
                question.slices().stream()
                        .map(PivotQuestion.Slice::brand)
                        .map(VisibleBrand::handle)
                        .toList(),
                first.period().range().from().atZone(zone).toOffsetDateTime(),
                first.period().range().to().atZone(zone).toOffsetDateTime(),
                zone.getId(),
                question.window().key(),
                question.rows().key(),
                columns == null ? null : columns.key(),
                pivot.columns().stream()
                        .map(head -> new HeadJson(head.key(), head.name()))
                        .toList(),
                pivot.rows().stream().map(line -> row(line, measures)).toList(),
                pivot.otherRows(),
                pivot.otherColumns(),
                pivot.columnTotals().stream()
                        .map(totals -> figures(totals, measures))
                        .toList(),
                figures(pivot.whole(), measures),
                definitions,
                pivot.asOf().atZone(zone).toOffsetDateTime(),
                pivot.complete());
    }

    private static RowJson row(Pivot.Line line, List<Measure> measures) {
        return new RowJson(
                line.head().key(),
                line.head().name(),
                figures(line.total(), measures),
                line.cells().stream().map(totals -> figures(totals, measures)).toList());
    }

    private static Map<String, FigureJson> figures(@Nullable Totals totals, List<Measure> measures) {
        Map<String, FigureJson> figures = new LinkedHashMap<>();
        measures.forEach(measure -> figures.put(measure.key(), FigureJson.of(measure.of(totals))));
        return figures;
    }
}
