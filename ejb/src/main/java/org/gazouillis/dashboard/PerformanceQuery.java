package org.gazouillis.dashboard;

import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Window;
import org.jspecify.annotations.Nullable;

/// What to count: a brand, or one thing of it, in a period, cut into steps.
public record PerformanceQuery(BrandId brand, Period period, Step step, Subject subject, Window window) {
    /// @throws PeriodNotReadable when the period is too long for such steps
    public PerformanceQuery {
        period.requireAtMost(step);
    }

    /// Events in the period of the brand, or of one campaign of it.
    public PerformanceQuery(BrandId brand, Period period, Step step, @Nullable CampaignId campaign) {
        this(brand, period, step, Subject.of(brand, campaign), Window.ACTIVITY);
    }

    public PerformanceQuery during(Period other) {
        return new PerformanceQuery(brand, other, step, subject, window);
    }

    public PerformanceQuery previous() {
        return during(period.previous());
    }

    /// The campaign that is looked at; null when it is something else.
    public @Nullable CampaignId campaign() {
        return subject.dimension() == Dimension.CAMPAIGN ? CampaignId.parse(subject.key()) : null;
    }
}
