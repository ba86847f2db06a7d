package org.gazouillis.web.compose;

import jakarta.json.bind.annotation.JsonbNillable;
import org.gazouillis.trial.TrialOutlook;
import org.gazouillis.trial.TrialPlanner;
import org.jspecify.annotations.Nullable;

/// What an A/B test takes.
///
/// @param posts from how many of the brand's newest posts it was learned; `fewestPosts` are needed
/// @param rate how many acts came from one person; null when too little is known, as is then all that follows
/// @param people how many it takes to find the least difference in four of five tests
/// @param usualReach whom half of those posts reached
/// @param days until so many people have usually seen a post; null when they usually never do
@JsonbNillable
public record TrialPlanJson(
        int posts,
        int fewestPosts,
        @Nullable Double rate,
        @Nullable Long people,
        @Nullable Long usualReach,
        @Nullable Integer days) {
    static TrialPlanJson of(TrialOutlook outlook) {
        return new TrialPlanJson(
                outlook.posts(),
                TrialPlanner.FEWEST_POSTS,
                outlook.rate(),
                outlook.people(),
                outlook.usualReach(),
                outlook.days());
    }
}
