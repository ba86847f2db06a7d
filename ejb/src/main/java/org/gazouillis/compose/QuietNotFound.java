package org.gazouillis.compose;

import org.gazouillis.kernel.QuietId;

/// There is no such quiet period, or the member may not know of it: both answer alike.
public final class QuietNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QuietNotFound(QuietId id) {
        super("There is no quiet period " + id + " that you can see. GET /api/desk/v1/quiet-periods lists them.");
    }
}
