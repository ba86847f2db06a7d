package org.gazouillis.schedule;

import org.gazouillis.kernel.SeriesId;

/// There is no such series, or the member may not know of it: both answer alike.
public final class SeriesNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SeriesNotFound(SeriesId series) {
        super("There is no series " + series + " that you can see.");
    }
}
