package org.gazouillis.schedule;

import java.time.Instant;

/// Some posts would be due before now, and so go out at once: nothing was done.
public final class ShiftIntoThePast extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long posts;

    public ShiftIntoThePast(long posts, Instant earliest) {
        super(posts + " of the posts would be due in the past, the first at " + earliest
                + ", and go out at once. Nothing was done. Choose a later time, fewer posts, or drafts.");
        this.posts = posts;
    }

    /// How many.
    public long posts() {
        return posts;
    }
}
