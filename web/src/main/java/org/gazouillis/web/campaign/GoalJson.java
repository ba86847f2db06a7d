package org.gazouillis.web.campaign;

import java.time.LocalDate;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.campaign.Goal;
import org.gazouillis.campaign.GoalMeasure;
import org.jspecify.annotations.Nullable;

/// How much of what by the end of which day; all three, or none for no goal.
public record GoalJson(
        @Nullable String measure,
        @Nullable Long target,
        @Nullable String on) {
    static @Nullable GoalJson of(@Nullable Goal goal) {
        return goal == null
                ? null
                : new GoalJson(goal.measure().key(), goal.target(), goal.on().toString());
    }

    @Nullable
    Goal goal() {
        if (measure == null && target == null && on == null) {
            return null;
        }
        if (measure == null || target == null || on == null) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.GOAL,
                    "A goal needs \"measure\", \"target\" and \"on\", or none of them.");
        }
        return new Goal(GoalMeasure.named(measure), target, LocalDate.parse(on));
    }
}
