package org.gazouillis.report;

import org.gazouillis.kernel.ExportId;

/// There is no such export, or it is somebody else's.
public final class ExportNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportNotFound(ExportId id) {
        super("There is no export " + id + " of yours.");
    }
}
