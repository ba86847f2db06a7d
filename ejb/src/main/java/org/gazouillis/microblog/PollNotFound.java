package org.gazouillis.microblog;

import org.gazouillis.kernel.StatusId;

/// There is no such poll, or the status beside which it stood was taken away.
public final class PollNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PollNotFound(StatusId status) {
        super("There is no poll " + status + ", or its author removed the status.");
    }
}
