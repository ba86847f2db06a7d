package org.gazouillis.report;

/// How far an export in the background is.
public enum ExportState {
    QUEUED,
    RUNNING,
    /// Its file can be taken until it expires.
    DONE,
    FAILED,
    /// By the member who asked for it, who may still think better of it.
    CANCELLED,
    /// Its file is gone.
    EXPIRED;

    /// Whether it is still to be done.
    public boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }
}
