package org.gazouillis.web.publish;

import org.jspecify.annotations.Nullable;

/// A campaign's lateness; without `late` the brand's holds again.
///
/// @param planned whether the campaign's posts that are planned already take it, too
public record CampaignLateChangeJson(
        @Nullable LateJson late, @Nullable Boolean planned) {}
