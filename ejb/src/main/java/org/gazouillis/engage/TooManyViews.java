package org.gazouillis.engage;

/// One call reports more views than a page can show.
public final class TooManyViews extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyViews(int given) {
        super("One call may report at most " + ViewRules.MOST_PER_CALL + " views but this one has " + given
                + ". Split it.");
    }
}
