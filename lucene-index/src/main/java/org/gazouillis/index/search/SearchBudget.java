package org.gazouillis.index.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/// How long one search may work, in time on the processor: a costly query is stopped, a cheap one that only waits for
/// a busy machine is
/// not. In waiting and working together it may take ten times as long. For one search in one thread; virtual threads
/// have no clock of
/// their own and are held to the limit by the wall clock.
final class SearchBudget implements QueryTimeout {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PATIENCE = 10;

    private final long limit;
    private final long startedAt = System.nanoTime();
    private final long workedBefore = worked();

    SearchBudget(Duration limit) {
        this.limit = limit.toNanos();
    }

    @Override
    public boolean shouldExit() {
        long waited = System.nanoTime() - startedAt;
        if (waited <= limit) {
            return false;
        }
        return workedBefore < 0 || waited > PATIENCE * limit || worked() - workedBefore > limit;
    }

    private static long worked() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
    }
}
