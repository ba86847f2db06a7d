package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import org.gazouillis.campaign.Goal;
import org.gazouillis.kernel.TimeRange;
import org.jspecify.annotations.Nullable;

/// How a campaign stands against its goal, if what it gathers came evenly: by a straight line from nothing on its
/// first day to the target at the end of the goal's day. Nothing here is more than that line: a forecast says where
/// it leads.
///
/// @param range from the beginning of the campaign's first day to the end of the goal's day
/// @param asOf until when facts are counted
/// @param reached what was gathered within the range so far; null when nothing is known yet
public record Pace(
        Goal goal, TimeRange range, Instant asOf, @Nullable Long reached) {
    /// Where in its time the goal stands.
    public enum Phase {
        BEFORE,
        RUNNING,
        OVER
    }

    public Phase phase() {
        if (!asOf.isAfter(range.from())) {
            return Phase.BEFORE;
        }
        return asOf.isBefore(range.to()) ? Phase.RUNNING : Phase.OVER;
    }

    /// The share of the time that is over, 0 to 1.
    public double elapsed() {
        double share = Duration.between(range.from(), asOf).toMillis()
                / (double) range.length().toMillis();
        return Math.clamp(share, 0, 1);
    }

    /// `target × elapsed`: what would be there by now.
    public double expected() {
        return goal.target() * elapsed();
    }

    /// `reached ÷ expected`: 1 is on pace. Null before the beginning.
    public @Nullable Double ratio() {
        return reached == null || phase() == Phase.BEFORE ? null : reached / expected();
    }

    /// `reached ÷ elapsed`: where the line leads. Null before the beginning, and when there is nothing left to
    /// foresee.
    public @Nullable Long forecast() {
        return reached == null || phase() != Phase.RUNNING ? null : Math.round(reached / elapsed());
    }

    /// The share of the target that is reached; may be above 1.
    public double share() {
        return reached == null ? 0 : reached / (double) goal.target();
    }
}
