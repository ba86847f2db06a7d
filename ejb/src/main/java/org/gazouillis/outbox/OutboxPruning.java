package org.gazouillis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Forgets facts that are older than [#KEPT] and were brought to all their handlers; dead letters and what they are
/// about stay. The table `outbox_pruned` remembers how far it went, so that a reader which slept longer knows that it
/// has missed something.
@ApplicationScoped
public class OutboxPruning implements Tick {
    static final Duration KEPT = Duration.ofDays(7);
    private static final int BATCH = 5_000;
    private static final Logger LOG = Logger.getLogger(OutboxPruning.class);

    private final Jdbi db;
    private final Clock clock;

    @Inject
    public OutboxPruning(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    OutboxPruning() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    @Override
    public String name() {
        return "outbox-pruning";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        int total = 0;
        int pruned = BATCH;
        while (pruned == BATCH) {
            pruned = prune();
            total += pruned;
        }
        if (total > 0) {
            LOG.infof("%d facts older than %d days were forgotten", total, KEPT.toDays());
        }
    }

    private int prune() {
        return db.inTransaction(handle -> handle.createQuery("""
                        with gone as (
                          delete from outbox where id in (
                            select o.id from outbox o
                            where o.at < :before
                              and not exists (select from outbox_delivery d where d.outbox_id = o.id)
                            order by o.id limit :batch)
                          returning xid, id),
                        furthest as (
                          insert into outbox_pruned as p (xid, id)
                          select xid, id from gone order by xid desc, id desc limit 1
                          on conflict (one) do update set xid = excluded.xid, id = excluded.id
                          where (p.xid, p.id) < (excluded.xid, excluded.id))
                        select count(*) from gone
                        """)
                .bind("before", clock.instant().minus(KEPT))
                .bind("batch", BATCH)
                .mapTo(Integer.class)
                .one());
    }
}
