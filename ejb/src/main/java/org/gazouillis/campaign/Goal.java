package org.gazouillis.campaign;

import java.time.LocalDate;

/// How much of which measure by the end of which day: "500 engagements by 15 December".
///
/// @throws CampaignNotPlausible when the target is not a positive number
public record Goal(GoalMeasure measure, long target, LocalDate on) {
    private static final long HIGHEST = 1_000_000_000_000L;

    public Goal {
        if (target < 1 || target > HIGHEST) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.GOAL_TARGET,
                    "A goal's target is a whole number from 1 to " + HIGHEST + ", not " + target + ".");
        }
    }

    Goal plusDays(long days) {
        return new Goal(measure, target, on.plusDays(days));
    }
}
