package org.gazouillis.trial;

import org.gazouillis.kernel.PostId;

/// The post has no trial.
public final class TrialNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrialNotFound(PostId post) {
        super("Post " + post + " has no A/B test. Give it a second text before it goes out.");
    }
}
