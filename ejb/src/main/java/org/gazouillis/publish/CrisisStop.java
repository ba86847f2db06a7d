package org.gazouillis.publish;

import java.time.Duration;
import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.FenceId;
import org.jspecify.annotations.Nullable;

/// A crisis stop as it is read. What is null does not narrow it; with no brand it is the whole workspace's.
///
/// @param pressedAt when somebody pressed
/// @param raisedAt when it stood: nothing that it covers was published later, until its release
public record CrisisStop(
        FenceId id,
        @Nullable BrandId brandId,
        @Nullable String brand,
        @Nullable CampaignId campaignId,
        @Nullable String campaign,
        @Nullable String keyword,
        @Nullable String network,
        String reason,
        String raisedBy,
        Instant pressedAt,
        Instant raisedAt,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy) {
    /// From the press until nothing more could leave.
    public Duration timeToStop() {
        return Duration.between(pressedAt, raisedAt);
    }

    public boolean isStanding() {
        return releasedAt == null;
    }
}
