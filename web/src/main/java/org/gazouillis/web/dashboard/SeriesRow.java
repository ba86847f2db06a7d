package org.gazouillis.web.dashboard;

import org.jspecify.annotations.Nullable;

/// One bucket of the chart and of its table: the value of this period and of the same place in the one before.
public record SeriesRow(
        String label,
        String value,
        String before,
        @Nullable Number number,
        @Nullable Number numberBefore) {}
