package org.gazouillis.dashboard;

import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.campaign.Goal;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// A campaign with its posts counted and its figures: those of its goal's time, or of its own days when it has no
/// goal.
public record CampaignReport(CampaignSheet sheet, VisibleBrand brand, PostCounts posts, BrandPerformance performance) {
    /// Null when it has no goal.
    public @Nullable Pace pace() {
        Goal goal = sheet.terms().goal();
        return goal == null
                ? null
                : new Pace(
                        goal,
                        performance.period().range(),
                        performance.asOf(),
                        of(measure()).numerator());
    }

    /// The goal's measure, or impressions.
    public Measure measure() {
        Goal goal = sheet.terms().goal();
        return goal == null ? Measure.IMPRESSIONS : Measure.named(goal.measure().key());
    }

    public Figure of(Measure measure) {
        return measure.of(performance.totals());
    }
}
