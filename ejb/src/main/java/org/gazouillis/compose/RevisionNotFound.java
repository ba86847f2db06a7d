package org.gazouillis.compose;

import org.gazouillis.kernel.PostId;

/// The post never was at this revision, or nothing is left of it.
public final class RevisionNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RevisionNotFound(PostId post, int revision) {
        super("Post " + post + " has no revision " + revision + ". List its revisions to see which there are.");
    }
}
