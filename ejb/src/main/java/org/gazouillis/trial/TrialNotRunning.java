package org.gazouillis.trial;

import org.gazouillis.kernel.PostId;

/// Only what runs can be ended.
public final class TrialNotRunning extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrialNotRunning(PostId post, TrialSheet.State state) {
        super("The A/B test of post " + post + " is "
                + (state == TrialSheet.State.PLANNED ? "not begun" : "over already") + ". Read it again.");
    }
}
