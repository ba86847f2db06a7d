package org.gazouillis.publish;

import org.gazouillis.compose.LatePolicy;

/// How a brand publishes where nothing else is said.
///
/// @param undoSeconds how long "post now" on a page waits, so that it can be undone
public record BrandRules(int undoSeconds, LatePolicy latePolicy, int lateMinutes) {
    private static final int LONGEST = 120;

    public BrandRules {
        if (undoSeconds < 0 || undoSeconds > LONGEST) {
            throw new RuleNotPlausible("The time to undo lies between 0 and " + LONGEST + " seconds.");
        }
    }

    /// Its lateness.
    public LateRule late() {
        return new LateRule(latePolicy, lateMinutes);
    }
}
