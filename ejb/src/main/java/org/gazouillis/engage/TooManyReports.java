package org.gazouillis.engage;

/// One call reports more than a page can show.
public final class TooManyReports extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyReports(int given) {
        super("One call may report at most " + ViewRules.MOST_PER_CALL + " views or openings but this one has " + given
                + ". Split it.");
    }

    static void unlessFew(int given) {
        if (given > ViewRules.MOST_PER_CALL) {
            throw new TooManyReports(given);
        }
    }
}
