package org.gazouillis.schedule;

/// A wish about queues, series or days off lacks something or contradicts itself; the message says what to mend.
public final class WishNotPlausible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WishNotPlausible(String message) {
        super(message);
    }
}
