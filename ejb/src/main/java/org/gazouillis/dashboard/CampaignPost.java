package org.gazouillis.dashboard;

import java.time.Instant;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// A post of a campaign, and what the status that it became gathered; figures are null while there is none.
///
/// @param at when it went or goes out; null for a draft without a time
public record CampaignPost(
        PostId id,
        @Nullable Instant at,
        String text,
        String lang,
        PostState state,
        @Nullable StatusId statusId,
        @Nullable Long impressions,
        @Nullable Long engagements) {}
