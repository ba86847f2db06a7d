package org.gazouillis.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gazouillis.engage.EngagementHandler;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Adds new engagements to the buckets, each exactly once, a second or two after it happened.
///
/// The mark says before which transaction everything is rolled up. A step takes the next transactions that are older
/// than every one still open (`pg_snapshot_xmin`), so that no engagement can appear behind it, adds their facts, and
/// moves the mark, all in one transaction that holds the mark's row: a crash undoes both, and nodes take turns. How
/// late an engagement arrives does not matter: it goes to the bucket of the time when it happened.
@ApplicationScoped
public class Rollup implements Tick {
    /// A step is over in a moment: while it lasts it is the oldest transaction, and search and the relay, which wait
    /// for those, see nothing that is newer.
    private static final int BATCH = 5_000;
    private static final Duration IDLE_REFRESH = Duration.ofSeconds(10);

    private final Jdbi db;
    private final Clock clock;
    private final int batch;
    private final int mostExactBytes;

    @Inject
    public Rollup(@WorkerDb Jdbi db, Clock clock) {
        this(db, clock, BATCH, PeopleSet.MOST_EXACT_BYTES);
    }

    Rollup(Jdbi db, Clock clock, int batch, int mostExactBytes) {
        this.db = db;
        this.clock = clock;
        this.batch = batch;
        this.mostExactBytes = mostExactBytes;
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
        boolean more = true;
        try {
            while (more) {
                more = db.inTransaction(this::step);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("The database refuses what the roll-up asks", refused);
        }
    }

    /// @return whether sealed engagements are left
    boolean step(Handle handle) throws SQLException {
        Mark mark = handle.createQuery("""
                        select sealed::text as sealed, as_of from rollup_mark where name = 'engagement' for update
                        """).map(Sql.row(Mark.class)).one();
        Range range = next(handle, mark.sealed());
        if (range.facts() > 0) {
            List<Fact> facts = Fact.read(handle, mark.sealed(), range.high());
            for (Grain grain : Grain.values()) {
                new CellWriter(handle.getConnection(), grain, mostExactBytes).add(grain.additions(facts));
            }
        }
        move(handle, mark, range);
        return range.facts() > batch;
    }

    /// The transactions to take: all that are sealed, or as many as hold about a batch, never a part of one.
    private Range next(Handle handle, String low) {
        return handle.createQuery("""
                        with sealed as (
                          select xid from engagement
                          where xid >= :low::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot())
                          order by xid limit :batch + 1)
                        select count(*) as facts, case
                            when count(*) <= :batch then pg_snapshot_xmin(pg_current_snapshot())::text
                            when min(xid) < max(xid) then max(xid)::text
                            else (max(xid)::text::numeric + 1)::text end as high
                        from sealed
                        """)
                .bind("low", low)
                .bind("batch", batch)
                .map(Sql.row(Range.class))
                .one();
    }

    private void move(Handle handle, Mark mark, Range range) {
        Instant now = clock.instant();
        boolean caughtUp = range.facts() <= batch;
        if (range.facts() == 0 && now.isBefore(mark.asOf().plus(IDLE_REFRESH))) {
            return;
        }
        handle.createUpdate("""
                        update rollup_mark set sealed = :high::xid8,
                          as_of = case when :caught_up then least(:now, (
                            select min(o.at) from outbox_delivery d join outbox o on o.id = d.outbox_id
                            where d.handler = :handler and d.dead_at is null)) else as_of end
                        where name = 'engagement'
                        """)
                .bind("high", range.high())
                .bind("caught_up", caughtUp)
                .bind("now", now)
                .bind("handler", EngagementHandler.NAME)
                .execute();
    }

    record Mark(String sealed, Instant asOf) {}

    record Range(long facts, String high) {}
}
