package org.gazouillis.dashboard;

import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// What to count: a brand, or one campaign of it, in a period, cut into steps.
public record PerformanceQuery(
        BrandId brand, Period period, Step step, @Nullable CampaignId campaign) {
    /// @throws PeriodNotReadable when the period is too long for such steps
    public PerformanceQuery {
        period.requireAtMost(step);
    }

    public PerformanceQuery previous() {
        return new PerformanceQuery(brand, period.previous(), step, campaign);
    }

    String dimension() {
        return campaign == null ? "BRAND" : "CAMPAIGN";
    }

    long subject() {
        return campaign == null ? brand.value() : campaign.value();
    }
}
