package org.gazouillis.publish;

/// No feed stands under that link, or its member may no longer see the brand: all answer alike.
public final class FeedNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FeedNotFound() {
        super("No calendar stands under this link. It was revoked, or mistyped; make a new one on the calendar's"
                + " page.");
    }
}
