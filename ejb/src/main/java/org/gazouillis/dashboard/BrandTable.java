package org.gazouillis.dashboard;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Measure;
import org.jspecify.annotations.Nullable;

/// All brands side by side as a table for a file, one row per brand: each figure with the one before and the interval
/// of their difference, each rate with what it is made of. What is missing is an empty cell.
public final class BrandTable {
    /// In the order of the columns.
    public static final List<Measure> MEASURES = List.of(
            Measure.POSTS_PUBLISHED, Measure.IMPRESSIONS, Measure.ENGAGEMENTS, Measure.ENGAGEMENT_RATE, Measure.REACH);

    private BrandTable() {}

    public static ReportTable of(List<BrandStanding> brands) {
        return new ReportTable(columns(), ZoneOffset.UTC, sink -> {
            for (BrandStanding brand : brands) {
                sink.row(cells(brand));
            }
        });
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        add(columns, CellType.TEXT, "brand", "name", "zone");
        add(columns, CellType.INSTANT, "from", "to", "from_before", "to_before", "data_as_of");
        add(columns, CellType.NUMBER, "failed", "missed", "held", "waiting_for_approval", "accounts_out_of_reach");
        add(columns, CellType.NUMBER, "accesses_ending", "crisis_stops", "quiet_periods", "unread_alerts");
        add(columns, CellType.INSTANT, "next_post_at");
        for (Measure measure : MEASURES) {
            CellType type = measure.unit() == Measure.Unit.SHARE ? CellType.RATE : CellType.NUMBER;
            add(columns, type, measure.key(), measure.key() + "_before");
            if (measure.unit() == Measure.Unit.SHARE) {
                add(columns, CellType.NUMBER, measure.key() + "_numerator", measure.key() + "_denominator");
            }
            add(columns, CellType.RATE, measure.key() + "_difference_low", measure.key() + "_difference_high");
        }
        return columns;
    }

    private static void add(List<Column> columns, CellType type, String... keys) {
        Arrays.stream(keys).map(key -> new Column(key, type)).forEach(columns::add);
    }

    private static @Nullable Object[] cells(BrandStanding brand) {
        Comparison figures = brand.figures();
        BrandTrouble trouble = brand.trouble();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                brand.handle(),
                brand.name(),
                brand.zone().getId(),
                figures.now().period().range().from(),
                figures.now().period().range().to(),
                figures.before().period().range().from(),
                figures.before().period().range().to(),
                figures.now().asOf(),
                trouble.posts().failed(),
                trouble.posts().missed(),
                trouble.posts().held(),
                trouble.posts().waiting(),
                trouble.ended(),
                trouble.ending(),
                trouble.stops(),
                trouble.quiet(),
                trouble.alerts(),
                brand.next().isEmpty() ? null : brand.next().getFirst().dueAt()));
        MEASURES.forEach(measure -> add(cells, measure, figures));
        return cells.toArray();
    }

    private static void add(List<@Nullable Object> cells, Measure measure, Comparison figures) {
        Figure now = measure.of(figures.now().totals());
        cells.add(now.value());
        cells.add(measure.of(figures.before().totals()).value());
        if (measure.unit() == Measure.Unit.SHARE) {
            cells.add(now.numerator());
            cells.add(now.denominator());
        }
        Change change = figures.change(measure);
        cells.add(change.low());
        cells.add(change.high());
    }
}
