package org.gazouillis.dashboard;

import org.gazouillis.kernel.StatusId;

/// Somebody asked for the figures of a status that is none of the brands' they see.
public final class PostNotMeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostNotMeasured(StatusId status) {
        super("There is no post " + status + " of a brand whose figures you see. Perhaps it was removed.");
    }
}
