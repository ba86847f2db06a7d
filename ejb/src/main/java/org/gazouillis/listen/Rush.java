package org.gazouillis.listen;

import org.gazouillis.outbox.OutboxTail;

/// Many statuses at once, as at nine o'clock: while more and more of them wait, those who publish go first, since
/// matching takes a processor that they need. None waits longer for it than [#MOST_RESTS] rests.
final class Rush {
    private static final int MOST_RESTS = 10;

    private long before;
    private int rests;

    /// Whether it is worth while to count what waits.
    boolean mayGrow() {
        return rests < MOST_RESTS;
    }

    /// Asked when as much waits as one round takes. Once it says no, all that waits is worked off.
    boolean grows(OutboxTail.Waiting waiting) {
        boolean grows = waiting.facts() > before && mayGrow();
        before = waiting.facts();
        rests = grows ? rests + 1 : MOST_RESTS;
        return grows;
    }

    /// What waited is done.
    void end() {
        before = 0;
        rests = 0;
    }
}
