package org.gazouillis.index.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/// How long one search may work, in time on the processor: a costly query is stopped, a cheap one that only waits for
/// a busy machine is not. In waiting and working together it may take ten times as long. For one search in one thread;
/// virtual threads have no clock of their own and are held to the limit by the wall clock.
///
/// To ask for the thread's time costs a tenth of a cheap search, so it is first asked for when a tenth of the limit is
/// over, which counts as worked.
final class SearchBudget implements QueryTimeout {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean IS_KNOWN = THREADS.isCurrentThreadCpuTimeSupported();
    private static final int PATIENCE = 10;

    private final long limit;
    private final long startedAt = System.nanoTime();
    private long workedBefore = Long.MIN_VALUE;

    SearchBudget(Duration limit) {
        this.limit = limit.toNanos();
    }

    @Override
    public boolean shouldExit() {
        long waited = System.nanoTime() - startedAt;
        return waited > limit / PATIENCE && isSpent(waited);
    }

    private boolean isSpent(long waited) {
        long worked = IS_KNOWN ? THREADS.getCurrentThreadCpuTime() : -1;
        if (workedBefore == Long.MIN_VALUE) {
            workedBefore = worked - limit / PATIENCE;
        }
        return waited > limit && (worked < 0 || waited > PATIENCE * limit || worked - workedBefore > limit);
    }
}
