package org.gazouillis.schedule.quartz;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.spi.ThreadPool;

/// Lends Quartz some of the server's threads, never more than `size` at once. It is public because Quartz calls its
/// setters by reflection.
public final class ManagedThreadPool implements ThreadPool {
    private static final int PATIENCE_SECONDS = 30;

    private final Executor threads;
    private final int size;
    private final Semaphore free;

    ManagedThreadPool(Executor threads, int size) {
        this.threads = threads;
        this.size = size;
        free = new Semaphore(size);
    }

    /// While the server is being suspended it gives no threads any more: then the scheduler's own thread does the
    /// work. Answering false would make Quartz mark the tick as broken for good, beyond the restart.
    @Override
    public boolean runInThread(Runnable work) {
        free.acquireUninterruptibly();
        try {
            threads.execute(() -> andFree(work));
        } catch (RejectedExecutionException serverIsStopping) {
            andFree(work);
        }
        return true;
    }

    private void andFree(Runnable work) {
        try {
            work.run();
        } finally {
            free.release();
        }
    }

    @Override
    public int blockForAvailableThreads() {
        try {
            free.acquire();
            free.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.max(1, free.availablePermits());
    }

    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        if (waitForJobsToComplete) {
            awaitAll();
        }
    }

    private void awaitAll() {
        try {
            if (free.tryAcquire(size, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                free.release(size);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int getPoolSize() {
        return size;
    }

    @Override
    public void initialize() {
        // The threads are the server's; there is nothing to make.
    }

    @Override
    public void setInstanceId(String instance) {
        // The pool serves one scheduler and needs no name.
    }

    @Override
    public void setInstanceName(String scheduler) {
        // The pool serves one scheduler and needs no name.
    }
}
