package org.gazouillis.microblog;

import org.gazouillis.kernel.StatusId;

/// There is no such status, or its author took it away.
public final class StatusNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StatusNotFound(StatusId status) {
        super("There is no status " + status + ", or its author removed it.");
    }
}
