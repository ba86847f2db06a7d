package org.gazouillis.publish;

import org.gazouillis.compose.LatePolicy;

/// What becomes of a post that is more than so many minutes late.
public record LateRule(LatePolicy policy, int minutes) {
    private static final int LONGEST = 7 * 24 * 60;

    public LateRule {
        if (minutes < 1 || minutes > LONGEST) {
            throw new RuleNotPlausible("A post counts as late after 1 to " + LONGEST + " minutes (a week).");
        }
    }
}
