package org.gazouillis.campaign;

import java.util.Arrays;
import java.util.Locale;

/// What a campaign can be for: measures that can be told apart by campaign. Their definitions stand with the roll-up,
/// under the same keys; followers belong to a brand and never to a campaign.
public enum GoalMeasure {
    IMPRESSIONS,
    REACH,
    ENGAGEMENTS,
    LIKES,
    REPOSTS,
    REPLIES,
    QUOTES,
    CLICKS,
    POSTS_PUBLISHED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws CampaignNotPlausible which lists those there are
    public static GoalMeasure named(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CampaignNotPlausible(
                        CampaignNotPlausible.Part.GOAL_MEASURE,
                        "A goal cannot be counted in \"" + key + "\". There are: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(GoalMeasure::key)
                                                .toList()) + "."));
    }
}
