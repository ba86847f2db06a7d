package org.gazouillis.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Where runs are read: the server's threads, or those a test brings.
@ApplicationScoped
class ImportThreads {
    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService server;

    private final @Nullable Executor other;

    ImportThreads() {
        other = null;
    }

    ImportThreads(Executor other) {
        this.other = other;
    }

    void run(Runnable work) {
        (other == null ? server : other).execute(work);
    }
}
