package org.gazouillis.schedule;

import org.gazouillis.kernel.AlmanacId;

/// There is no such file of events, or the member may not know of it: both answer alike.
public final class AlmanacNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlmanacNotFound(AlmanacId almanac) {
        super("There is no file of events " + almanac + ". GET /api/desk/v1/almanacs lists them.");
    }
}
