package org.gazouillis.web.dashboard;

import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.rollup.Audience;
import org.gazouillis.rollup.Totals;
import org.jspecify.annotations.Nullable;

/// The followers of a day, at its end; dashes where nothing is known yet.
public record GrowthRow(
        String day,
        String gained,
        String lost,
        String followers,
        @Nullable Long number) {
    static GrowthRow of(BrandPerformance.Bucket bucket, String day, FigureText text) {
        Totals totals = bucket.totals();
        Audience audience = totals == null ? null : totals.audience();
        return audience == null
                ? new GrowthRow(day, FigureText.MISSING, FigureText.MISSING, FigureText.MISSING, null)
                : new GrowthRow(
                        day,
                        text.count(audience.gained()),
                        text.count(audience.lost()),
                        text.count(audience.atEnd()),
                        audience.atEnd());
    }

    /// Whether nobody is there.
    boolean isStill() {
        return number == null || number == 0;
    }
}
