package org.gazouillis.web.dashboard;

import java.util.List;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.PivotOrder;
import org.gazouillis.rollup.Measure;

/// The order of rows as an address says it: `name`, the key of a measure, or `in:` and the key of a column; without
/// any, times stand in their order and all else by the first measure.
///
/// @param reverse turns the order round that one expects: the greatest first, or A to Z
public record PivotSort(String by, boolean reverse) {
    static final String NAME = "name";
    private static final String COLUMN = "in:";

    static PivotSort inColumn(String key) {
        return new PivotSort(COLUMN + key, false);
    }

    /// @param shown the measure that columns show
    PivotOrder order(Axis rows, List<Measure> measures, Measure shown) {
        if (by.startsWith(COLUMN)) {
            return new PivotOrder(shown, by.substring(COLUMN.length()), !reverse);
        }
        return measures.stream()
                .filter(measure -> measure.key().equals(by))
                .findFirst()
                .map(measure -> new PivotOrder(measure, null, !reverse))
                .orElseGet(() -> by.equals(NAME) || rows.isTime()
                        ? new PivotOrder(null, null, reverse)
                        : new PivotOrder(shown, null, !reverse));
    }
}
