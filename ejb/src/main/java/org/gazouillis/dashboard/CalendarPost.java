package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDateTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// A post as a calendar shows it.
///
/// @param wall     its time by the clocks of the brand's zone
/// @param localAt  the time that was meant, by the clocks of `zone`; with `gapRule` it finds the way back after a
///     move
/// @param statusId the status it became; null while it is none
/// @param ofCell   how many posts its cell holds, of which only the first are read
public record CalendarPost(
        PostId id,
        BrandId brandId,
        String author,
        @Nullable CampaignId campaignId,
        @Nullable String campaign,
        @Nullable String colour,
        String text,
        String lang,
        PostState state,
        Instant dueAt,
        LocalDateTime wall,
        @Nullable LocalDateTime localAt,
        @Nullable String zone,
        GapRule gapRule,
        int version,
        @Nullable String failure,
        @Nullable String accounts,
        @Nullable StatusId statusId,
        int ofCell) {}
