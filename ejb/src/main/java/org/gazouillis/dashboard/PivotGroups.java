package org.gazouillis.dashboard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// What is counted, by the keys under which it stands. A post with two hashtags stands under both, and its figures are
/// kept once, so that whatever unites groups counts nothing twice.
final class PivotGroups {
    /// @param columns empty when there are none
    record Place(List<String> rows, List<String> columns) {}

    private final Map<Place, Cell> cells = new HashMap<>();
    /// Rows and columns that are known to be there, whether or not anything happened.
    private final Set<String> expectedRows = new HashSet<>();
    private final Set<String> expectedColumns = new HashSet<>();

    Cell at(List<String> rows, List<String> columns) {
        return cells.computeIfAbsent(new Place(rows, columns), place -> new Cell());
    }

    void expectRow(String key) {
        expectedRows.add(key);
    }

    void expectColumn(String key) {
        expectedColumns.add(key);
    }

    Set<String> expectedRows() {
        return expectedRows;
    }

    Set<String> expectedColumns() {
        return expectedColumns;
    }

    void forEach(BiConsumer<Place, Cell> deed) {
        cells.forEach(deed);
    }
}
