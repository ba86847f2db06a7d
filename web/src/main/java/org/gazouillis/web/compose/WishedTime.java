package org.gazouillis.web.compose;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.web.schedule.GivenTime;
import org.jspecify.annotations.Nullable;

/// When a request wants its post out: one of four ways, or none of them.
///
/// @param plan empty when the request does not speak of time
/// @param remark what there is to say about a local time that does not exist or comes twice
record WishedTime(Optional<Plan> plan, Optional<Check> remark) {
    private static final int LONGEST_RESPITE = 120;

    /// @throws PlanNotClear when more than one way is used
    static WishedTime of(
            @Nullable Boolean now,
            @Nullable Integer undoSeconds,
            @Nullable Boolean queue,
            @Nullable String dueAt,
            @Nullable LocalTimeJson at,
            ZoneId brandZone) {
        boolean atOnce = Boolean.TRUE.equals(now);
        boolean queued = Boolean.TRUE.equals(queue);
        if (Stream.of(atOnce, queued, dueAt != null, at != null)
                        .filter(each -> each)
                        .count()
                > 1) {
            throw new PlanNotClear("Give one of \"now\", \"queue\", \"dueAt\" and \"at\", not several.");
        }
        if (at != null) {
            PublishTime time = at.resolve();
            return new WishedTime(Optional.of(Plan.at(time.due())), time.remark());
        }
        if (dueAt != null) {
            DueTime due = DueTime.exactly(GivenTime.instant(dueAt), brandZone);
            return new WishedTime(Optional.of(Plan.at(due)), Optional.empty());
        }
        if (queued) {
            return new WishedTime(Optional.of(Plan.QUEUE), Optional.empty());
        }
        return new WishedTime(
                atOnce ? Optional.of(Plan.now(respite(undoSeconds))) : Optional.empty(), Optional.empty());
    }

    private static Duration respite(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 0 || seconds > LONGEST_RESPITE)) {
            throw new PlanNotClear("\"undoSeconds\" lies between 0 and " + LONGEST_RESPITE + ".");
        }
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(seconds);
    }
}
