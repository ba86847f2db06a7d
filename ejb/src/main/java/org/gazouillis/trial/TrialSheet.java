package org.gazouillis.trial;

import java.time.Instant;
import java.util.List;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// A trial as it is read: its terms, and once it has begun how it stands.
///
/// @param looks how it stood hour by hour, the oldest first
public record TrialSheet(Facts facts, List<TrialLook> looks) {
    /// Whether it waits for its post, is being tried, or is over.
    public enum State {
        PLANNED,
        RUNNING,
        ENDED
    }

    /// @param statusId null while it is planned
    /// @param endedBy name of the member who did, null when it ended by itself
    public record Facts(
            PostId postId,
            BrandId brandId,
            @Nullable StatusId statusId,
            String firstText,
            String text,
            double share,
            TrialMeasure measure,
            double least,
            double alpha,
            int days,
            @Nullable Instant beganAt,
            @Nullable Instant endsAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable Kept kept,
            @Nullable Ground ground) {}

    public State state() {
        if (facts.beganAt() == null) {
            return State.PLANNED;
        }
        return facts.endedAt() == null ? State.RUNNING : State.ENDED;
    }

    public TrialTerms terms() {
        return new TrialTerms(facts.share(), facts.measure(), facts.least(), facts.days());
    }

    /// As it was counted last; of nobody before that.
    public ArmCounts counts() {
        return looks.isEmpty() ? ArmCounts.NONE : looks.getLast().counts();
    }

    /// Null before it was counted first.
    public @Nullable Instant asOf() {
        return looks.isEmpty() ? null : looks.getLast().at();
    }

    /// Null while there are too few people.
    public @Nullable Difference differenceOf(ArmCounts counts) {
        return new ConfidenceSequence(facts.least(), facts.alpha()).of(counts);
    }
}
