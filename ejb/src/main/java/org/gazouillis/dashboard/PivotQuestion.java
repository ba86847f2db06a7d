package org.gazouillis.dashboard;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Window;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// What Explore is asked.
///
/// @param slices   brands, each with the period on its own clock
/// @param columns  null for one column
/// @param measures one to [#MOST_MEASURES]; those of followers belong to no post and are not among them
/// @param query    in the language of search: only posts that it finds count; empty for all
/// @param within   only what has these keys counts: the cell that is drilled into
/// @param top      how many rows are told by name where they are no times; the others are told as one
public record PivotQuestion(
        List<Slice> slices,
        Axis rows,
        @Nullable Axis columns,
        Window window,
        List<Measure> measures,
        String query,
        Map<Axis, String> within,
        PivotOrder order,
        int top) {
    public static final int MOST_MEASURES = 8;
    public static final int MOST_ROWS = 100;
    /// Longest period that is parted by hours, in days.
    public static final int MOST_DAYS_OF_HOURS = Step.HOUR.mostDays();

    /// A brand and the period on its clock.
    public record Slice(VisibleBrand brand, Period period) {}

    /// @throws PivotRefused when it is no question
    /// @throws PivotTooWide when it asks for too many hours
    /// @throws PeriodNotReadable when the period is longer than two years
    public PivotQuestion {
        slices = List.copyOf(slices);
        measures = List.copyOf(measures);
        within = Map.copyOf(within);
        query = query.strip();
        requireShape(rows, columns);
        requireMeasures(measures);
        within.forEach(PivotQuestion::requireKey);
        for (Slice slice : slices) {
            slice.period().requireAtMost(Step.DAY);
            if (rows == Axis.HOUR && slice.period().days() > MOST_DAYS_OF_HOURS) {
                throw new PivotTooWide(
                        PivotTooWide.Cause.HOURS,
                        "Hours are told for at most " + MOST_DAYS_OF_HOURS + " days, not "
                                + slice.period().days() + ". Ask for a shorter period, or for days.");
            }
        }
    }

    private static void requireShape(Axis rows, @Nullable Axis columns) {
        if (rows == columns) {
            throw new PivotRefused(
                    "columns", "Rows and columns are both by " + rows.key() + ". Choose another dimension for one.");
        }
        if (columns != null && !columns.fitsColumns()) {
            throw new PivotRefused(
                    "columns",
                    "There would be too many columns by " + columns.key() + ". Put that dimension into the rows.");
        }
    }

    private static void requireMeasures(List<Measure> measures) {
        if (measures.isEmpty() || measures.size() > MOST_MEASURES) {
            throw new PivotRefused("measures", "Ask for 1 to " + MOST_MEASURES + " measures.");
        }
        measures.stream().filter(Measure::isOfAccounts).findFirst().ifPresent(measure -> {
            throw new PivotRefused(
                    "measures",
                    "The measure " + measure.key() + " belongs to accounts and not to posts, so that it cannot be"
                            + " parted. The figures of the brand tell it.");
        });
    }

    private static void requireKey(Axis axis, String key) {
        if (!axis.takes(key)) {
            throw new PivotRefused(
                    "within", "\"" + key + "\" is no " + axis.key() + ". Take the keys of the rows and columns.");
        }
    }

    Measure first() {
        return measures.getFirst();
    }

    boolean needsPeople() {
        return measures.stream().anyMatch(Measure::needsPeople);
    }

    /// Whether what happened on no post is in it: a search selects posts, and nothing but clicks happens elsewhere.
    boolean looksElsewhere() {
        return query.isEmpty() && measures.stream().anyMatch(Measure::countsClicks);
    }

    Stream<Axis> axes() {
        return axes(rows, columns, within);
    }

    private static Stream<Axis> axes(Axis rows, @Nullable Axis columns, Map<Axis, String> within) {
        return Stream.concat(columns == null ? Stream.of(rows) : Stream.of(rows, columns), within.keySet().stream());
    }

    /// Whether the rows of whole brands tell it all, however many posts these have.
    boolean isOfBrands() {
        return query.isEmpty() && window == Window.ACTIVITY && axes().noneMatch(Axis::isOfPosts);
    }
}
