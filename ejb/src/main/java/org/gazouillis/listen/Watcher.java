package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Keeps a [Lookout] for alerts on this node, from [#start] to [#stop], on one thread behind the outbox: publishing
/// never waits for it. What goes wrong is logged and tried again.
@ApplicationScoped
public class Watcher {
    private Rounds rounds;
    private OutboxTail tail;
    private StatusDocuments documents;
    private Jdbi db;
    private Clock clock;

    @Inject
    Watcher(OutboxTail tail, StatusDocuments documents, @WorkerDb Jdbi db, Clock clock) {
        this.rounds = new Rounds(Logger.getLogger(Watcher.class), "Matching alerts", clock);
        this.tail = tail;
        this.documents = documents;
        this.db = db;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    Watcher() {}

    /// Beside a server, over a plain database: for benches.
    public static Watcher over(Jdbi worker, Clock clock) {
        return new Watcher(new OutboxTail(worker), new StatusDocuments(worker), worker, clock);
    }

    /// Returns at once.
    public void start(ThreadFactory threads) {
        Lookout lookout = new Lookout(tail, documents, db, clock);
        rounds.start(threads, "listen-alerts", lookout::round, lookout::close);
    }

    /// Lets the round at hand end, and waits for it.
    public void stop() {
        rounds.stop();
    }
}
