package org.gazouillis.microblog;

import org.gazouillis.kernel.StatusId;

/// Somebody wanted to acknowledge, or to have a receipt of, a status that nobody marked as urgent.
public final class NoFlash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoFlash(StatusId status) {
        super("Status " + status + " is no flash: only what its brand marked as urgent is acknowledged.");
    }
}
