package org.gazouillis.schedule.quartz;

/// Quartz refused to start, to plan or to stop; the cause says why.
public final class ClockNotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClockNotStarted(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
