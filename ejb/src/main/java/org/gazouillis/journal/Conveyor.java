package org.gazouillis.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// This node's way for records of one kind: on disk before their answer, in the database a moment later. One thread
/// brings them; what a crash left on disk comes first.
public final class Conveyor<R> {
    private static final long SEGMENT_BYTES = 16L << 20;
    private static final long PAUSE_NANOS = 250_000_000;
    /// After so many failures in a row, some ten seconds, it is no hiccup.
    private static final int STUCK = 40;
    private static final Logger LOG = Logger.getLogger(Conveyor.class);

    private final Path folder;
    private final RecordForm<R> form;
    private final Jdbi db;
    private final Destination<R> destination;
    private final int most;
    private volatile @Nullable Journal<R> journal;
    private volatile @Nullable Shipping<R> shipping;
    private volatile @Nullable Thread shipper;
    private volatile boolean stopping;
    private final AtomicInteger failures = new AtomicInteger();
    /// Facts that came since the shipper last looked.
    private final AtomicInteger waiting = new AtomicInteger();

    /// @param folder of its own, which is made when it is missing
    /// @param most facts in one transaction
    public Conveyor(Path folder, RecordForm<R> form, Jdbi db, Destination<R> destination, int most) {
        this.folder = folder;
        this.form = form;
        this.db = db;
        this.destination = destination;
        this.most = most;
    }

    /// Opens the journal and begins to bring its records.
    public void start(ThreadFactory threads) {
        Shipping<R> opened = open();
        Thread thread = threads.newThread(() -> ship(opened));
        shipper = thread;
        thread.start();
    }

    /// Opens the journal, for one who ships by hand.
    public Shipping<R> open() {
        try {
            Journal<R> opened = Journal.open(folder, form, SEGMENT_BYTES);
            journal = opened;
            Shipping<R> ready = new Shipping<>(opened, db, destination, most);
            shipping = ready;
            return ready;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The folder " + folder + " takes no " + form.name(), unwritable);
        }
    }

    /// Brings in what is there, once more, and closes.
    public void stop() {
        stopping = true;
        Thread thread = shipper;
        if (thread != null) {
            LockSupport.unpark(thread);
            join(thread);
        }
        try {
            Journal<R> open = journal;
            if (open != null) {
                open.close();
            }
        } catch (IOException unclosed) {
            LOG.warnf(unclosed, "The journal of %s was not closed", form.name());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ship(Shipping<R> ready) {
        boolean last = false;
        while (!last) {
            last = stopping;
            waiting.set(0);
            int brought = attempt(ready);
            // Where many come, the next are waiting already.
            if (!last && brought < most) {
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        }
    }

    private int attempt(Shipping<R> ready) {
        try {
            int brought = ready.ship();
            failures.set(0);
            return brought;
        } catch (IOException | RuntimeException failure) {
            failures.incrementAndGet();
            LOG.warnf(failure, "%s stay on disk until the database takes them", form.name());
            return 0;
        }
    }

    /// The future ends when the record cannot be lost any more; it fails with an [IOException] when the disk refuses.
    /// What hangs on it is done by the journal's only thread and must be short.
    public CompletableFuture<Void> append(R one) {
        Journal<R> open = journal;
        if (open == null) {
            return CompletableFuture.failedFuture(new IOException("The journal of " + form.name() + " is not open"));
        }
        CompletableFuture<Void> durable = open.append(one);
        wake(form.facts(one));
        return durable;
    }

    /// Those who fill a transaction end the shipper's rest, but not when the database refuses what comes.
    private void wake(int facts) {
        int before = waiting.getAndAdd(facts);
        if (before < most && before + facts >= most && failures.get() == 0) {
            LockSupport.unpark(shipper);
        }
    }

    /// Whether all that was acknowledged is in the database.
    public boolean isDone() {
        Shipping<R> ready = shipping;
        return ready == null || ready.isDone();
    }

    /// Whether records stay on disk since more than a moment because the database does not take them.
    public boolean isStuck() {
        return failures.get() >= STUCK;
    }
}
