package org.gazouillis.compose;

import java.util.List;

/// What is fixed about a trial before anybody sees it, beside its second text.
///
/// @param share of readers who are shown the second text
/// @param measure by what the texts are told apart
/// @param least the least difference of the rates that matters, as a share: 0.01 is one of a hundred people
/// @param days when it ends at the latest
public record TrialTerms(double share, TrialMeasure measure, double least, int days) {
    public static final TrialTerms USUAL = new TrialTerms(0.5, TrialMeasure.ANY, 0.02, 14);

    public static final double LEAST_SHARE = 0.05;
    public static final double LARGEST_SHARE = 0.95;
    public static final double SMALLEST_EFFECT = 0.001;
    public static final double LARGEST_EFFECT = 0.5;
    public static final int MOST_DAYS = 60;

    public boolean isPlausible() {
        return share >= LEAST_SHARE
                && share <= LARGEST_SHARE
                && least >= SMALLEST_EFFECT
                && least <= LARGEST_EFFECT
                && days >= 1
                && days <= MOST_DAYS;
    }

    List<Check> checks() {
        return isPlausible()
                ? List.of()
                : List.of(Check.error(
                        Check.Code.TRIAL_TERMS,
                        "An A/B test shows its second text to 5 to 95 % of readers, looks for a difference of 0.1 to 50"
                                + " points, and takes 1 to " + MOST_DAYS + " days. Change what is outside.",
                        MOST_DAYS));
    }
}
