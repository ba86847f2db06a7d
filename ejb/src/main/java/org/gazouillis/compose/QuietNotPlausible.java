package org.gazouillis.compose;

/// A quiet period cannot be like that; the message says why.
public final class QuietNotPlausible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QuietNotPlausible(String why) {
        super(why);
    }
}
