package org.gazouillis.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.HealthCheck;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// This node's clicks: on disk before each answer, in the database a moment later. When the disk refuses, the
/// database takes the click itself; when both refuse, the reader is still led on and the loss is counted and told.
@ApplicationScoped
public class ClickLog implements HealthCheck {
    private static final long SEGMENT_BYTES = 16L << 20;
    private static final long PAUSE_NANOS = 250_000_000;
    private static final Logger LOG = Logger.getLogger(ClickLog.class);

    private final Path folder;
    private final Jdbi db;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final AtomicLong lost = new AtomicLong();
    /// For clicks that the disk refuses: the database lets each of them wait.
    private final Executor instead =
            task -> Thread.ofVirtual().name("click-to-database").start(task);
    private volatile @Nullable ClickJournal journal;
    private volatile @Nullable Thread shipper;
    private volatile boolean stopping;

    @Inject
    public ClickLog(DataDirectory data, @WorkerDb Jdbi db, TimeOrderedIds ids, Clock clock) {
        this.folder = data.path().resolve("clicks");
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    ClickLog() {
        this(
                new DataDirectory(Path.of("")),
                Jdbi.create("jdbc:none"),
                new TimeOrderedIds(Clock.systemUTC(), 0),
                Clock.systemUTC());
    }

    /// Opens the journal and begins to bring clicks into the database, those first that an earlier run left.
    public void start(ThreadFactory threads) {
        try {
            ClickJournal opened = ClickJournal.open(folder, SEGMENT_BYTES);
            journal = opened;
            ClickShipping shipping = new ClickShipping(opened, db, ids);
            Thread thread = threads.newThread(() -> ship(shipping));
            shipper = thread;
            thread.start();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The folder " + folder + " takes no clicks", unwritable);
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
            ClickJournal open = journal;
            if (open != null) {
                open.close();
            }
        } catch (IOException unclosed) {
            LOG.warn("The clicks' journal was not closed", unclosed);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ship(ClickShipping shipping) {
        boolean last = false;
        while (!last) {
            last = stopping;
            try {
                shipping.ship();
            } catch (IOException | RuntimeException failure) {
                LOG.warn("Clicks stay on disk until the database takes them", failure);
            }
            if (!last) {
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        }
    }

    /// The future ends when the click cannot be lost any more, and never fails. What hangs on it must be short.
    CompletableFuture<Void> keep(long link, Visit visit) {
        ClickRecord click = new ClickRecord(link, clock.instant(), visit);
        ClickJournal open = journal;
        CompletableFuture<Void> onDisk = open == null
                ? CompletableFuture.failedFuture(new IOException("The journal is not open"))
                : open.append(click);
        return onDisk.exceptionallyAsync(full -> keepInDatabase(click, full), instead);
    }

    private @Nullable Void keepInDatabase(ClickRecord click, Throwable why) {
        try {
            db.useTransaction(new ClickBatch(ids.next(), List.of(click))::store);
        } catch (RuntimeException alsoRefused) {
            alsoRefused.addSuppressed(why);
            LOG.errorf(alsoRefused, "%d clicks are lost: neither disk nor database takes them", lost.incrementAndGet());
        }
        return null;
    }

    @Override
    public String name() {
        return "clicks";
    }

    @Override
    public State check() {
        long gone = lost.get();
        return gone == 0
                ? State.up("none lost")
                : State.down(gone + " clicks were lost since the start: neither disk nor database took them");
    }
}
