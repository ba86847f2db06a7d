package org.gazouillis.publish;

/// A publishing rule cannot be like that; the message says why.
public final class RuleNotPlausible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuleNotPlausible(String why) {
        super(why);
    }
}
