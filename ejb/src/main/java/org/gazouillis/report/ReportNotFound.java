package org.gazouillis.report;

import org.gazouillis.kernel.TypedId;

/// There is no such report or run, or the member may not know of it.
public final class ReportNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReportNotFound(TypedId id) {
        super("There is no report " + id + ".");
    }
}
