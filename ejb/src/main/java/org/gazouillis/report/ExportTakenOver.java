package org.gazouillis.report;

import org.gazouillis.kernel.ExportId;

/// This node may not go on with an export: another node has it, or it was cancelled.
final class ExportTakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportTakenOver(ExportId id) {
        super("Export " + id + " is no longer this node's.");
    }
}
