package org.gazouillis.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gazouillis.rollup.Totals;
import org.jspecify.annotations.Nullable;

/// Figures parted by one or two dimensions. Rows share people, and by hashtags events, too: they do not add up to the
/// whole, which is counted by itself.
///
/// @param within      of each dimension that the question is narrowed by, what it is narrowed to
/// @param columns     empty when there is only one
/// @param otherRows   how many rows the row [Axis#OTHERS] stands for
/// @param otherColumns how many columns the column [Axis#OTHERS] stands for
/// @param columnTotals of each column
/// @param whole       null when nothing of the period is known yet
/// @param asOf        everything that happened until then is counted
/// @param complete    false while the search index may miss posts that the query would find
public record Pivot(
        PivotQuestion question,
        Map<Axis, Head> within,
        List<Head> columns,
        List<Line> rows,
        int otherRows,
        int otherColumns,
        List<Totals> columnTotals,
        @Nullable Totals whole,
        Instant asOf,
        boolean complete) {
    public Pivot {
        within = Map.copyOf(within);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        columnTotals = List.copyOf(columnTotals);
    }

    /// @param key  as [Axis] says, or [Axis#NONE], [Axis#ELSEWHERE], [Axis#OTHERS]
    /// @param name what people call it, null when the key says it all, or it has no name any more
    public record Head(String key, @Nullable String name) {
        /// Whether posts can be listed under it.
        public boolean hasPosts() {
            return !key.equals(Axis.ELSEWHERE) && !key.equals(Axis.OTHERS);
        }
    }

    /// One row.
    ///
    /// @param cells one for each column
    public record Line(Head head, List<Totals> cells, Totals total) {
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
