package org.gazouillis.publish;

import org.gazouillis.compose.LatePolicy;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// A campaign's lateness; null where the brand's holds.
public record CampaignRule(
        CampaignId id,
        String name,
        @Nullable LatePolicy latePolicy,
        @Nullable Integer lateMinutes) {}
