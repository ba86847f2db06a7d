package org.gazouillis.listen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.index.Step;

/// The width of a bar of a breakdown, on the clock and calendar of the zone it is asked in.
public enum SearchStep {
    HOUR(Step.HOUR),
    DAY(Step.DAY),
    WEEK(Step.WEEK);

    private final Step step;

    SearchStep(Step step) {
        this.step = step;
    }

    Step step() {
        return step;
    }

    /// Reads `hour`, `day` or `week`; anything else is left to the breakdown.
    public static Optional<SearchStep> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
