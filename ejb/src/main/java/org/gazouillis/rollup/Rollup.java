package org.gazouillis.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Adds new engagements to the buckets, each exactly once, a second or two after it happened.
///
/// The mark says before which transaction everything is rolled up. A step takes the next transactions that
/// are older than every one still open (`pg_snapshot_xmin`), so that no engagement can appear behind it. It
/// is made without a transaction ([Portion]); it is written, and the mark moved, in one that holds the
/// mark's row and finds the mark where the step begins: a crash undoes both, nodes take turns, and a step
/// that another node was faster to write is dropped. How late an engagement arrives does not matter: it
/// goes to the bucket of the time when it happened.
///
/// Far behind, as after an outage or an import, steps grow ([Stride]), and the next one is made while one
/// is written.
@ApplicationScoped
public class Rollup implements Tick {
    private static final int BATCH = 5_000;
    /// Two of these, read and added up, must find room in a small heap.
    private static final int MOST = 200_000;
    /// While a step is written it is the oldest transaction, and search and the relay, which wait for
    /// those, see nothing that is newer.
    private static final Duration WRITTEN_IN = Duration.ofSeconds(1);

    private static final int MOST_ALONE = 1_000_000;
    private static final Duration WRITTEN_ALONE_IN = Duration.ofSeconds(10);

    private static final Duration IDLE_REFRESH = Duration.ofSeconds(10);

    private final Jdbi db;
    private final Clock clock;
    private final int batch;
    private final int most;
    private final int mostExactBytes;
    private final Duration writtenIn;

    @Inject
    public Rollup(@WorkerDb Jdbi db, Clock clock) {
        this(db, clock, BATCH, MOST, PeopleSet.MOST_EXACT_BYTES);
    }

    /// @param most engagements of a step, however far behind
    Rollup(Jdbi db, Clock clock, int batch, int most, int mostExactBytes) {
        this(db, clock, batch, most, mostExactBytes, WRITTEN_IN);
    }

    private Rollup(Jdbi db, Clock clock, int batch, int most, int mostExactBytes, Duration writtenIn) {
        this.db = db;
        this.clock = clock;
        this.batch = batch;
        this.most = most;
        this.mostExactBytes = mostExactBytes;
        this.writtenIn = writtenIn;
    }

    /// One whose steps may be five times as large and take ten times as long: for benches, where neither
    /// search nor relay waits for it. Wants a heap of 4 GB.
    public static Rollup alone(Jdbi db, Clock clock) {
        return new Rollup(db, clock, BATCH, MOST_ALONE, PeopleSet.MOST_EXACT_BYTES, WRITTEN_ALONE_IN);
    }

    Rollup() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    @Override
    public String name() {
        return "rollup";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        Mark mark = db.withHandle(Rollup::mark);
        Portion first = after(mark.sealed(), batch);
        if (first.range().facts() > 0 || !clock.instant().isBefore(mark.asOf().plus(IDLE_REFRESH))) {
            writeFrom(first);
        }
    }

    /// Writes this portion and all that follow.
    private void writeFrom(Portion first) {
        Stride stride = new Stride(batch, most, writtenIn);
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<Portion> portion = Optional.of(first);
            while (portion.isPresent()) {
                portion = written(portion.get(), stride, ahead);
            }
        }
    }

    /// @return what follows, made meanwhile; nothing when that was all, or another node goes on
    private Optional<Portion> written(Portion portion, Stride stride, ExecutorService ahead) {
        Portion.Range range = portion.range();
        if (!range.more()) {
            write(portion);
            return Optional.empty();
        }
        int size = stride.size();
        CompletableFuture<Portion> next = CompletableFuture.supplyAsync(() -> after(range.high(), size), ahead);
        OptionalLong taken = write(portion);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        stride.took(range.facts(), Duration.ofNanos(System.nanoTime() - taken.getAsLong()));
        return Optional.of(next.join());
    }

    private Portion after(String low, int size) {
        return db.withHandle(handle -> Portion.after(handle, low, size, clock.instant()));
    }

    private OptionalLong write(Portion portion) {
        try {
            return db.inTransaction(handle -> write(handle, portion));
        } catch (SQLException refused) {
            throw new IllegalStateException("The database refuses what the roll-up asks", refused);
        }
    }

    /// Writes the next few in the caller's transaction.
    void step(Handle handle) throws SQLException {
        write(handle, Portion.after(handle, mark(handle).sealed(), batch, clock.instant()));
    }

    /// What can be done before is done before the mark is locked: from then on others wait for this
    /// transaction.
    ///
    /// @return when the mark was taken, by `System.nanoTime`; nothing when another node was faster
    private OptionalLong write(Handle handle, Portion portion) throws SQLException {
        Portion.Range range = portion.range();
        if (!mark(handle).sealed().equals(range.low())) {
            return OptionalLong.empty();
        }
        for (var each : portion.additions().entrySet()) {
            new CellWriter(handle, each.getKey(), mostExactBytes).join(each.getValue());
        }
        long taken = System.nanoTime();
        if (!take(handle, range)) {
            return OptionalLong.empty();
        }
        for (var each : portion.additions().entrySet()) {
            new CellWriter(handle, each.getKey(), mostExactBytes).store(each.getValue());
        }
        return OptionalLong.of(taken);
    }

    private static Mark mark(Handle handle) {
        return handle.createQuery("select sealed::text as sealed, as_of from rollup_mark where name = 'engagement'")
                .map(Sql.row(Mark.class))
                .one();
    }

    /// Moves the mark from the range's beginning to its end, and so holds it until the transaction ends.
    ///
    /// @return whether it was there still
    private static boolean take(Handle handle, Portion.Range range) {
        return handle.createUpdate("""
                        update rollup_mark set sealed = :high::xid8, as_of = coalesce(:complete_until::timestamptz, as_of)
                        where name = 'engagement' and sealed = :low::xid8
                        """)
                        .bind("low", range.low())
                        .bind("high", range.high())
                        .bindByType("complete_until", range.completeUntil(), Instant.class)
                        .execute()
                == 1;
    }

    record Mark(String sealed, Instant asOf) {}
}
