package org.gazouillis.report;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Where exports are written: two at a time on each node, on the server's threads or those a test brings.
@ApplicationScoped
public class ExportThreads {
    private static final int AT_ONCE = 2;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService server;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final @Nullable Executor other;

    ExportThreads() {
        other = null;
    }

    public ExportThreads(Executor other) {
        this.other = other;
    }

    /// @return whether a thread was free to do it
    boolean run(Runnable work) {
        if (!free.tryAcquire()) {
            return false;
        }
        try {
            (other == null ? server : other).execute(() -> {
                try {
                    work.run();
                } finally {
                    free.release();
                }
            });
            return true;
        } catch (RuntimeException refused) {
            free.release();
            throw refused;
        }
    }
}
