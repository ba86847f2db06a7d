package org.gazouillis.listen;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.gazouillis.index.Position;
import org.gazouillis.index.StatusIndex;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes what was fed survive a crash, one commit after another, beside the feeding: the disk takes as long over one
/// as dozens of posts take to become visible, and none should wait for it. For one thread.
final class Commits {
    private static final Logger LOG = Logger.getLogger(Commits.class);

    private final StatusIndex index;
    private final ThreadFactory threads;
    private @Nullable FutureTask<Void> running;

    Commits(StatusIndex index, ThreadFactory threads) {
        this.index = index;
        this.threads = threads;
    }

    /// Begins one with this mark and returns at once.
    ///
    /// @return false when one is still going on
    boolean begin(Position mark) {
        if (running != null) {
            return false;
        }
        var task = new FutureTask<Void>(() -> index.commit(mark), null);
        running = task;
        threads.newThread(task).start();
        return true;
    }

    /// @throws IllegalStateException when the one that has ended since has failed; said once
    void look() {
        FutureTask<Void> task = running;
        if (task == null || !task.isDone()) {
            return;
        }
        running = null;
        try {
            task.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("What was indexed could not be made durable", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the one that is going on. If it fails, whoever waits has something better in hand: a commit of more,
    /// or an index to take the place of this one.
    void end() {
        FutureTask<Void> task = running;
        running = null;
        try {
            if (task != null) {
                task.get();
            }
        } catch (ExecutionException failure) {
            LOG.warn("A commit of the search index failed and is made up for", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
