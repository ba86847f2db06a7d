package org.gazouillis.web.campaign;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
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
        boolean none = pace == null;
        return new PaceJson(
                report.measure().key(),
                report.of(report.measure()).numerator(),
                report.performance().asOf(),
                GoalJson.of(report.sheet().terms().goal()),
                none ? null : pace.phase().name().toLowerCase(java.util.Locale.ROOT),
                none ? null : Double.valueOf(pace.elapsed()),
                none ? null : Double.valueOf(pace.expected()),
                none ? null : pace.ratio(),
                none ? null : pace.forecast(),
                Counts.of(report.posts()));
    }
}
