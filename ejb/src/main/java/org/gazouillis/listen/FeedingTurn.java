package org.gazouillis.listen;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// Whether it is this node that feeds an index which all nodes share: the one that holds an advisory lock of the
/// database. It keeps it as long as its connection lives, so a node that dies is followed by another at once. Between
/// losing the connection and noticing it, two may feed for a moment; what they write is the same.
///
/// For one thread.
final class FeedingTurn implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FeedingTurn.class);
    private static final long LOOK_AFTER = Duration.ofSeconds(1).toNanos();

    private final Jdbi db;
    private final String place;
    private @Nullable Handle holding;
    private long lookedAt;

    FeedingTurn(Jdbi db, String place) {
        this.db = db;
        this.place = place;
    }

    boolean isOurs() {
        Handle held = holding;
        if (held == null) {
            return take();
        }
        if (System.nanoTime() - lookedAt > LOOK_AFTER) {
            look(held);
        }
        return true;
    }

    private boolean take() {
        Handle handle = db.open();
        boolean taken = false;
        try {
            taken = handle.createQuery("select pg_try_advisory_lock(hashtextextended(:place, 0))")
                    .bind("place", "listen.index " + place)
                    .mapTo(Boolean.class)
                    .one();
        } finally {
            if (!taken) {
                handle.close();
            }
        }
        if (taken) {
            LOG.infof("This node feeds the search index in %s", place);
            holding = handle;
            lookedAt = System.nanoTime();
        }
        return taken;
    }

    private void look(Handle held) {
        try {
            held.execute("select 1");
            lookedAt = System.nanoTime();
        } catch (JdbiException gone) {
            holding = null;
            held.close();
            throw gone;
        }
    }

    /// Lets another node have it: the connection goes back to a pool, where it would keep the lock.
    @Override
    public void close() {
        Handle held = holding;
        holding = null;
        if (held != null) {
            try (held) {
                held.execute("select pg_advisory_unlock(hashtextextended(?, 0))", "listen.index " + place);
            } catch (JdbiException gone) {
                LOG.infof("The lock of the search index in %s went with its connection: %s", place, gone.getMessage());
            }
        }
    }
}
