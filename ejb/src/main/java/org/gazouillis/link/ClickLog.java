package org.gazouillis.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.gazouillis.journal.Conveyor;
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
    private static final int MOST_AT_ONCE = 10_000;
    private static final Logger LOG = Logger.getLogger(ClickLog.class);

    private final Conveyor<ClickRecord> conveyor;
    private final Jdbi db;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final AtomicLong lost = new AtomicLong();
    /// For clicks that the disk refuses: the database lets each of them wait.
    private final Executor instead =
            task -> Thread.ofVirtual().name("click-to-database").start(task);

    @Inject
    public ClickLog(DataDirectory data, @WorkerDb Jdbi db, TimeOrderedIds ids, Clock clock) {
        this.conveyor = new Conveyor<>(
                data.path().resolve("clicks"),
                new ClickForm(),
                db,
                (handle, clicks) -> new ClickBatch(ids.next(), clicks).store(handle),
                MOST_AT_ONCE);
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
        conveyor.start(threads);
    }

    /// Brings in what is there, once more, and closes.
    public void stop() {
        conveyor.stop();
    }

    /// The future ends when the click cannot be lost any more, and never fails. What hangs on it must be short.
    CompletableFuture<Void> keep(long link, Visit visit) {
        ClickRecord click = new ClickRecord(link, clock.instant(), visit);
        return conveyor.append(click).exceptionallyAsync(full -> keepInDatabase(click, full), instead);
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
        if (gone > 0) {
            return State.down(gone + " clicks were lost since the start: neither disk nor database took them");
        }
        return conveyor.isStuck()
                ? State.down("Clicks wait on disk: the database does not take them, the log says why")
                : State.up("none lost");
    }
}
