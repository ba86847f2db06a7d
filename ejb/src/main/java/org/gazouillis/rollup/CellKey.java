package org.gazouillis.rollup;

import java.util.Comparator;

/// Which cell of a table of rolled-up figures.
///
/// @param time the quarter of an hour or the day, as the [Grain] counts them; 0 where there is but one
record CellKey(long workspace, long brand, Dimension dimension, long subject, long time)
        implements Comparable<CellKey> {
    /// As the tables' keys are sorted, so that neighbours are written together.
    private static final Comparator<CellKey> ORDER = Comparator.comparingLong(CellKey::workspace)
            .thenComparingLong(CellKey::brand)
            .thenComparing(key -> key.dimension().name())
            .thenComparingLong(CellKey::subject)
            .thenComparingLong(CellKey::time);

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
