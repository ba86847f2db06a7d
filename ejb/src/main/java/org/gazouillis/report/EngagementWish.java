package org.gazouillis.report;

import java.util.HashSet;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XActivityFormat;

/// An engagement report as somebody wishes it.
///
/// @param published statuses published at or after its beginning and before its end
/// @param columns   keys in the order of the file; all when none is named. X's activity file has its own 40 instead
/// @param format    of the file
public record EngagementWish(BrandId brand, TimeRange published, List<String> columns, ReportFormat format)
        implements ExportWish {
    /// @throws ColumnUnknown when there is no such column, or one is named twice
    public EngagementWish {
        columns = chosen(columns);
    }

    /// The keys that are meant: these, or all when none is named.
    static List<String> chosen(List<String> keys) {
        var seen = new HashSet<String>();
        for (String key : keys) {
            if (!EngagementExport.columns().contains(key)) {
                throw ColumnUnknown.named(key, EngagementExport.columns());
            }
            if (!seen.add(key)) {
                throw ColumnUnknown.twice(key);
            }
        }
        return keys.isEmpty() ? EngagementExport.columns() : List.copyOf(keys);
    }

    @Override
    public List<Column> fileColumns() {
        return format instanceof XActivityFormat activity
                ? activity.columns()
                : columns.stream().map(EngagementColumn::named).toList();
    }

    /// Where each column of the file stands in the whole report.
    int[] places() {
        return columns.stream().mapToInt(EngagementExport.columns()::indexOf).toArray();
    }
}
