package org.gazouillis.schedule;

/// Posts cannot be moved or copied like that; the message says why.
public final class ShiftNotPlausible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ShiftNotPlausible(String why) {
        super(why);
    }
}
