package org.gazouillis.listen;

import org.gazouillis.outbox.OutboxTail;

/// Many statuses at once, as at nine o'clock: while more and more of them wait, those who publish go first, since
/// matching takes a processor that they need. None waits longer for it than [#MOST_RESTS] rests.
final class Rush {
    private static final int MOST_RESTS = 10;

    private long before;
    private int rests;

    /// Asked when as much waits as one round takes.
    boolean grows(OutboxTail.Waiting waiting) {
        boolean grows = waiting.facts() > before && rests < MOST_RESTS;
        before = grows ? waiting.facts() : Long.MAX_VALUE;
        rests++;
        return grows;
    }

    /// What waited is done.
    void end() {
        before = 0;
        rests = 0;
    }
}
