package org.gazouillis.compose;

import org.gazouillis.kernel.PostId;

/// There is no such post, or the member may not know of it: both answer alike.
public final class PostNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostNotFound(PostId post) {
        super("There is no post " + post + " that you can see.");
    }
}
