package org.gazouillis.dashboard;

import org.gazouillis.rollup.Measure;
import org.jspecify.annotations.Nullable;

/// In which order the rows of a [Pivot] stand, and thereby which of them are the first.
///
/// @param by      null for the order of time or, among those that have most, of the alphabet
/// @param column  key of the column whose figures count; null for those of the whole row
/// @param falling the greatest, latest or last first; what is missing stands at the end either way
public record PivotOrder(@Nullable Measure by, @Nullable String column, boolean falling) {
    /// By time, or by name.
    public static final PivotOrder NATURAL = new PivotOrder(null, null, false);

    /// The greatest first.
    public static PivotOrder most(Measure measure) {
        return new PivotOrder(measure, null, true);
    }
}
