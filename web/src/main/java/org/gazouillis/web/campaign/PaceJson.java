package org.gazouillis.web.campaign;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import org.gazouillis.dashboard.CampaignReport;
import org.gazouillis.dashboard.Pace;
import org.gazouillis.dashboard.PostCounts;
import org.jspecify.annotations.Nullable;

/// A campaign against its goal, supposing that what it gathers comes evenly.
///
/// @param measure of the goal, or impressions when there is none
/// @param reached so far; null when nothing is known yet
/// @param phase `before`, `running`, `over`; null without a goal, like all that follows
/// @param elapsed share of the time that is over
/// @param expected `target × elapsed`
/// @param pace `reached ÷ expected`
/// @param forecast `reached ÷ elapsed`: where the straight line leads, no more
@JsonbNillable
public record PaceJson(
        String measure,
        @Nullable Long reached,
        Instant asOf,
        @Nullable GoalJson goal,
        @Nullable String phase,
        @Nullable Double elapsed,
        @Nullable Double expected,
        @Nullable Double pace,
        @Nullable Long forecast,
        Counts posts) {
    /// Posts by what became of them.
    public record Counts(int drafts, int waiting, int planned, int published, int trouble, int cancelled) {
        static Counts of(PostCounts posts) {
            return new Counts(
                    posts.drafts(),
                    posts.waiting(),
                    posts.planned(),
                    posts.published(),
                    posts.trouble(),
                    posts.cancelled());
        }
    }

    static PaceJson of(CampaignReport report) {
        Pace pace = report.pace();
        return pace == null ? withoutGoal(report) : withGoal(report, pace);
    }

    private static PaceJson withoutGoal(CampaignReport report) {
        return new PaceJson(
                report.measure().key(),
                report.of(report.measure()).numerator(),
                report.performance().asOf(),
                null,
                null,
                null,
                null,
                null,
                null,
                Counts.of(report.posts()));
    }

    private static PaceJson withGoal(CampaignReport report, Pace pace) {
        return new PaceJson(
                report.measure().key(),
                pace.reached(),
                pace.asOf(),
                GoalJson.of(pace.goal()),
                pace.phase().name().toLowerCase(Locale.ROOT),
                pace.elapsed(),
                pace.expected(),
                pace.ratio(),
                pace.forecast(),
                Counts.of(report.posts()));
    }
}
