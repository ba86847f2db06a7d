package org.gazouillis.intake;

/// Where a run stands. A run that a crash interrupted stays RUNNING and is taken up again.
public enum ImportState {
    RUNNING,
    DONE,
    FAILED
}
