package org.gazouillis.reports;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// A table that has no file format yet: named and typed columns, and a source that pours the rows. It holds no row.
///
/// @param columns in the order of the file, keys unique
/// @param zone    in which instants are written
/// @param rows    the source, poured once per file
public record ReportTable(List<Column> columns, ZoneId zone, Rows rows) {
    public ReportTable {
        columns = List.copyOf(columns);
        requireNonNull(zone, "zone");
        requireNonNull(rows, "rows");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A report table needs at least one column.");
        }
        var seen = new HashSet<String>();
        for (var column : columns) {
            if (!seen.add(column.key())) {
                throw new IllegalArgumentException("Column '" + column.key() + "' stands twice in the report table.");
            }
        }
    }
}
