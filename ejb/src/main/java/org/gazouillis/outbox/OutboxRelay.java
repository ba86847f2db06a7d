package org.gazouillis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Brings facts to their handlers: takes due deliveries in batches, lets the handler work outside any transaction,
/// and ticks them off. A failing batch is tried again fact by fact; a failing fact waits longer each time and becomes
/// a dead letter after [#MAX_ATTEMPTS]. Nodes share the work by `skip locked` leases.
@ApplicationScoped
public class OutboxRelay implements Tick {
    static final int MAX_ATTEMPTS = 8;
    private static final int BATCH = 1_000;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Jdbi db;
    private final Iterable<OutboxHandler> handlers;

    @Inject
    public OutboxRelay(@WorkerDb Jdbi db, @Any Instance<OutboxHandler> handlers) {
        this(db, (Iterable<OutboxHandler>) handlers);
    }

    public OutboxRelay(Jdbi db, Iterable<OutboxHandler> handlers) {
        this.db = db;
        this.handlers = handlers;
    }

    OutboxRelay() {
        this(Jdbi.create("jdbc:none"), List.of());
    }

    @Override
    public String name() {
        return "outbox-relay";
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    /// Makes the database's subscriptions those of the handlers deployed here; facts written before a handler existed
    /// are not delivered to it.
    public void subscribe() {
        for (OutboxHandler handler : handlers) {
            db.useTransaction(handle -> {
                handle.execute("delete from outbox_subscription where handler = ?", handler.name());
                for (String kind : handler.kinds()) {
                    handle.execute(
                            "insert into outbox_subscription (handler, kind, needs) values (?, ?, ?)",
                            handler.name(),
                            kind,
                            handler.needs().get(kind));
                }
            });
        }
    }

    @Override
    public void run() {
        for (OutboxHandler handler : handlers) {
            drain(handler);
        }
    }

    private void drain(OutboxHandler handler) {
        int taken = BATCH;
        while (taken == BATCH) {
            List<OutboxEvent> batch = lease(handler);
            taken = batch.size();
            if (taken > 0) {
                deliver(handler, batch);
            }
        }
    }

    private List<OutboxEvent> lease(OutboxHandler handler) {
        return db.inTransaction(handle -> handle.createQuery("""
                        with due as (
                          select handler, outbox_id from outbox_delivery
                          where handler = :handler and dead_at is null and next_attempt_at <= now()
                          order by next_attempt_at, outbox_id limit :batch for update skip locked),
                        leased as (
                          update outbox_delivery d
                          set attempts = attempts + 1, next_attempt_at = now() + :lease * interval '1 second'
                          from due where d.handler = due.handler and d.outbox_id = due.outbox_id
                          returning d.outbox_id)
                        select o.id, o.kind, o.workspace_id, o.subject, o.payload::text as payload, o.at
                        from outbox o join leased l on l.outbox_id = o.id order by o.id
                        """)
                .bind("handler", handler.name())
                .bind("batch", BATCH)
                .bind("lease", LEASE.toSeconds())
                .map(Sql.row(OutboxEvent.class))
                .list());
    }

    private void deliver(OutboxHandler handler, List<OutboxEvent> batch) {
        try {
            handler.handle(batch);
            tickOff(handler, batch);
        } catch (RuntimeException failure) {
            if (batch.size() == 1) {
                postpone(handler, batch.getFirst(), failure);
            } else {
                LOG.warnf(
                        "Handler %s failed on a batch of %d, trying one by one: %s",
                        handler.name(), batch.size(), failure);
                batch.forEach(event -> deliver(handler, List.of(event)));
            }
        }
    }

    private void tickOff(OutboxHandler handler, List<OutboxEvent> batch) {
        db.useHandle(handle -> handle.createUpdate(
                        "delete from outbox_delivery where handler = :handler and outbox_id = any (:ids)")
                .bind("handler", handler.name())
                .bind("ids", batch.stream().map(OutboxEvent::id).toArray(Long[]::new))
                .execute());
    }

    private void postpone(OutboxHandler handler, OutboxEvent event, RuntimeException failure) {
        LOG.errorf(failure, "Handler %s failed on fact %d (%s)", handler.name(), event.id(), event.kind());
        db.useHandle((Handle handle) -> handle.createUpdate("""
                        update outbox_delivery set last_error = left(:error, 2000),
                          dead_at = case when attempts >= :most then now() end,
                          next_attempt_at = now() + least(power(2, attempts), 3600) * interval '1 second'
                        where handler = :handler and outbox_id = :id
                        """)
                .bind("error", failure.toString())
                .bind("most", MAX_ATTEMPTS)
                .bind("handler", handler.name())
                .bind("id", event.id())
                .execute());
    }
}
