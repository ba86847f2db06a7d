package org.gazouillis.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Totals;
import org.jspecify.annotations.Nullable;

/// Unites groups to rows, columns and cells: the first by name, the others as one. A group that stands under several
/// of the others is among them once.
final class PivotTable {
    /// Columns that are told by name where they are no times.
    static final int MOST_COLUMNS = 8;
    /// Columns of times.
    static final int MOST_TIMES = 62;

    private final PivotQuestion question;
    private final PivotGroups groups;
    private final List<String> rows;
    private final List<String> columns;
    private final int otherRows;
    private final int otherColumns;
    private final Map<PivotGroups.Place, Cell> cells = new HashMap<>();
    private final Map<String, Cell> ofRows = new HashMap<>();
    private final Map<String, Cell> ofColumns = new HashMap<>();
    private final Cell whole = new Cell();

    /// @throws PivotTooWide when there are too many times for columns
    PivotTable(PivotQuestion question, PivotGroups groups) {
        this.question = question;
        this.groups = groups;
        List<String> allRows = ranked();
        List<String> allColumns = rankedColumns();
        rows = first(question.rows(), allRows, question.top());
        columns = question.columns() == null ? List.of() : first(question.columns(), allColumns, MOST_COLUMNS);
        otherRows = allRows.size() - rows.size();
        otherColumns = allColumns.size() - columns.size();
        gather();
    }

    List<String> rows() {
        return withOthers(rows, otherRows);
    }

    List<String> columns() {
        return withOthers(columns, otherColumns);
    }

    int otherRows() {
        return otherRows;
    }

    int otherColumns() {
        return otherColumns;
    }

    Totals cell(String row, String column) {
        return totals(cells.get(new PivotGroups.Place(List.of(row), List.of(column))));
    }

    Totals ofRow(String row) {
        return totals(ofRows.get(row));
    }

    Totals ofColumn(String column) {
        return totals(ofColumns.get(column));
    }

    Totals whole() {
        return whole.totals(null);
    }

    private void gather() {
        Set<String> shownRows = new HashSet<>(rows);
        Set<String> shownColumns = new HashSet<>(columns);
        groups.forEach((place, group) -> {
            whole.merge(group);
            List<String> inRows = shown(place.rows(), shownRows);
            List<String> inColumns = shown(place.columns(), shownColumns);
            inRows.forEach(row -> at(ofRows, row).merge(group));
            inColumns.forEach(column -> at(ofColumns, column).merge(group));
            inRows.forEach(row ->
                    inColumns.forEach(column -> at(cells, new PivotGroups.Place(List.of(row), List.of(column)))
                            .merge(group)));
        });
    }

    private List<String> ranked() {
        TreeSet<String> keys = new TreeSet<>(groups.expectedRows());
        Map<String, Cell> told = new HashMap<>();
        String column = question.order().column();
        groups.forEach((place, group) -> {
            keys.addAll(place.rows());
            if (column == null || place.columns().contains(column)) {
                place.rows().forEach(row -> at(told, row).merge(group));
            }
        });
        List<String> ranked = inOrder(question.rows(), keys);
        Measure by = question.order().by();
        if (by != null) {
            sort(ranked, by, told, question.order().falling());
        } else if (!question.rows().isTime()) {
            sort(ranked, question.first(), told, true);
        } else if (question.order().falling()) {
            return ranked.reversed();
        }
        return ranked;
    }

    private List<String> rankedColumns() {
        Axis axis = question.columns();
        if (axis == null) {
            return List.of();
        }
        TreeSet<String> keys = new TreeSet<>(groups.expectedColumns());
        Map<String, Cell> told = new HashMap<>();
        groups.forEach((place, group) -> {
            keys.addAll(place.columns());
            place.columns().forEach(column -> at(told, column).merge(group));
        });
        List<String> ranked = inOrder(axis, keys);
        if (axis.isTime() && ranked.size() > MOST_TIMES) {
            throw new PivotTooWide(
                    PivotTooWide.Cause.COLUMNS,
                    "There would be " + ranked.size() + " columns by " + axis.key() + ", and at most " + MOST_TIMES
                            + " can be read. Ask for a shorter period or wider times, or put them into the rows.");
        }
        if (!axis.isTime()) {
            sort(ranked, question.first(), told, true);
        }
        return ranked;
    }

    private static void sort(List<String> keys, Measure by, Map<String, Cell> told, boolean falling) {
        Map<String, @Nullable Double> values = new HashMap<>();
        keys.forEach(key -> values.put(key, value(by, told.get(key))));
        Comparator<Double> least = Comparator.naturalOrder();
        keys.sort(Comparator.comparing(values::get, Comparator.nullsLast(falling ? least.reversed() : least)));
    }

    private static List<String> inOrder(Axis axis, TreeSet<String> keys) {
        List<String> ordered = new ArrayList<>(keys);
        if (axis.isTime()) {
            ordered.sort(AxisOrder::inTime);
        }
        return ordered;
    }

    /// All times, or the first of anything else.
    private static List<String> first(Axis axis, List<String> all, int most) {
        return axis.isTime() || all.size() <= most ? all : all.subList(0, most);
    }

    private static List<String> shown(List<String> keys, Set<String> shown) {
        Set<String> places = new LinkedHashSet<>();
        keys.forEach(key -> places.add(shown.contains(key) ? key : Axis.OTHERS));
        return List.copyOf(places);
    }

    private static List<String> withOthers(List<String> keys, int others) {
        List<String> all = new ArrayList<>(keys);
        if (others > 0) {
            all.add(Axis.OTHERS);
        }
        return all;
    }

    private static <K> Cell at(Map<K, Cell> cells, K key) {
        return cells.computeIfAbsent(key, each -> new Cell());
    }

    private static @Nullable Double value(Measure measure, @Nullable Cell cell) {
        Number value = measure.of(totals(cell)).value();
        return value == null ? null : value.doubleValue();
    }

    private static Totals totals(@Nullable Cell cell) {
        return (cell == null ? new Cell() : cell).totals(null);
    }
}
