package org.gazouillis.publish;

/// A crisis stop or a triage cannot be like that; the message says why.
public final class StopNotPlausible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StopNotPlausible(String why) {
        super(why);
    }
}
