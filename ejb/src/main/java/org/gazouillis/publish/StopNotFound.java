package org.gazouillis.publish;

import org.gazouillis.kernel.TypedId;

/// There is no such stop or triage, or the member may not know of it: both answer alike.
public final class StopNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StopNotFound(TypedId id) {
        super("There is no stop or triage " + id + " that you can see. GET /api/desk/v1/crisis-stops lists the stops.");
    }
}
