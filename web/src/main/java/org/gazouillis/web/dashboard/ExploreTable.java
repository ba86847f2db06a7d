package org.gazouillis.web.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Totals;
import org.jspecify.annotations.Nullable;

/// The table of a [Pivot]: without columns one column for each measure, else the measure that is shown in each.
public record ExploreTable(String corner, Heading byName, List<Heading> headings, List<Row> rows, Row total) {
    private static final int SHADES = 5;

    /// @param link sorts by it; empty where nothing can be sorted
    /// @param sorted value of `aria-sort`
    public record Heading(String label, String link, String sorted) {}

    /// @param link lists its posts; empty where there are none to list
    public record Row(String label, String link, List<Field> fields) {}

    /// @param shade `heat-1` to `heat-5`, empty where nothing is; the figure is always written, too
    public record Field(String text, String link, String shade) {}

    /// What is shown and in what words.
    record Look(ExploreAddress address, AxisText axes, FigureText figures) {}

    static ExploreTable of(Pivot pivot, Look look) {
        return new Making(pivot, look).table();
    }

    /// Makes one table.
    private static final class Making {
        private final Pivot pivot;
        private final Look look;
        private final ExploreAddress address;
        private final @Nullable Axis columns;
        private final List<Measure> measures;

        Making(Pivot pivot, Look look) {
            this.pivot = pivot;
            this.look = look;
            address = look.address();
            columns = pivot.question().columns();
            measures = columns == null ? address.measures() : List.of(address.shown());
        }

        ExploreTable table() {
            double[] most = most();
            List<Row> rows = pivot.rows().stream().map(line -> row(line, most)).toList();
            return new ExploreTable(
                    look.axes().name(pivot.question().rows()),
                    heading(look.axes().name(pivot.question().rows()), new PivotSort(PivotSort.NAME, false)),
                    columns == null ? ofMeasures() : ofColumns(columns),
                    rows,
                    total());
        }

        private List<Heading> ofMeasures() {
            return measures.stream()
                    .map(measure -> heading(name(measure), new PivotSort(measure.key(), false)))
                    .toList();
        }

        private List<Heading> ofColumns(Axis axis) {
            List<Heading> headings = new ArrayList<>();
            for (Pivot.Head head : pivot.columns()) {
                String label = look.axes().label(axis, head, pivot.otherColumns());
                headings.add(
                        head.key().equals(Axis.OTHERS)
                                ? new Heading(label, "", "none")
                                : heading(label, PivotSort.inColumn(head.key())));
            }
            headings.add(heading(
                    look.axes().words().text("explore.total"),
                    new PivotSort(address.shown().key(), false)));
            return headings;
        }

        /// A second press turns the order round.
        private Heading heading(String label, PivotSort by) {
            boolean current = by.by().equals(effective());
            boolean reverse = current && !address.sort().reverse();
            boolean rising = by.by().equals(PivotSort.NAME) != address.sort().reverse();
            return new Heading(
                    label,
                    link(new PivotSort(by.by(), reverse)),
                    current ? rising ? "ascending" : "descending" : "none");
        }

        private String link(PivotSort by) {
            return pivot.question().rows() == address.rows()
                    ? address.sorted(by).toString()
                    : "";
        }

        private String effective() {
            String by = address.sort().by();
            return !by.isEmpty()
                    ? by
                    : pivot.question().rows().isTime()
                            ? PivotSort.NAME
                            : address.shown().key();
        }

        private Row row(Pivot.Line line, double[] most) {
            Axis axis = pivot.question().rows();
            List<Field> fields = new ArrayList<>();
            if (columns == null) {
                for (int i = 0; i < measures.size(); i++) {
                    fields.add(field(measures.get(i), line.total(), posts(line.head(), null), most[i]));
                }
            } else {
                for (int i = 0; i < line.cells().size(); i++) {
                    String link = posts(line.head(), pivot.columns().get(i));
                    fields.add(field(measures.getFirst(), line.cells().get(i), link, most[0]));
                }
                fields.add(field(measures.getFirst(), line.total(), posts(line.head(), null), 0));
            }
            return new Row(look.axes().label(axis, line.head(), pivot.otherRows()), posts(line.head(), null), fields);
        }

        private Row total() {
            List<Field> fields = new ArrayList<>();
            if (columns == null) {
                measures.forEach(measure -> fields.add(field(measure, pivot.whole(), "", 0)));
            } else {
                for (int i = 0; i < pivot.columns().size(); i++) {
                    Pivot.Head head = pivot.columns().get(i);
                    String link = head.hasPosts() ? address.posts("", head.key()) : "";
                    fields.add(field(measures.getFirst(), pivot.columnTotals().get(i), link, 0));
                }
                fields.add(field(measures.getFirst(), pivot.whole(), "", 0));
            }
            return new Row(look.axes().words().text("explore.total"), "", fields);
        }

        private Field field(Measure measure, @Nullable Totals totals, String link, double most) {
            Number value = measure.of(totals).value();
            String shade = value == null || most <= 0 || value.doubleValue() <= 0
                    ? ""
                    : "heat-" + Math.max(1, Math.min(SHADES, (int) Math.ceil(SHADES * value.doubleValue() / most)));
            return new Field(look.figures().of(measure.unit(), value), value == null ? "" : link, shade);
        }

        private String posts(Pivot.Head row, Pivot.@Nullable Head column) {
            if (!row.hasPosts() || (column != null && !column.hasPosts())) {
                return "";
            }
            if (pivot.question().rows() == Axis.STATUS) {
                return row.name() == null ? "" : "/dashboard/post?id=" + row.key();
            }
            return address.posts(row.key(), column == null ? "" : column.key());
        }

        /// The greatest of each column of measures, or of all cells.
        private double[] most() {
            if (columns != null) {
                return new double[] {
                    pivot.rows().stream()
                            .flatMap(line -> line.cells().stream())
                            .mapToDouble(totals -> number(measures.getFirst(), totals))
                            .max()
                            .orElse(0)
                };
            }
            return IntStream.range(0, measures.size())
                    .mapToDouble(i -> ofRows(measures.get(i)).max().orElse(0))
                    .toArray();
        }

        private DoubleStream ofRows(Measure measure) {
            return pivot.rows().stream().mapToDouble(line -> number(measure, line.total()));
        }

        private static double number(Measure measure, Totals totals) {
            Number value = measure.of(totals).value();
            return value == null ? 0 : value.doubleValue();
        }

        private String name(Measure measure) {
            return measure.definition(look.figures().locale()).name();
        }
    }
}
