package org.gazouillis.schedule.quartz;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// Finds ticks that the store will not wake again: a trigger that is taken or blocked while nobody holds it, as the
/// loss of a connection at the wrong moment leaves it behind, and one that is due much later than it should be,
/// because the machine's clock was ahead when it was planned and has been put right since.
final class StoreWatch {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// What this node wrote down as taken and does not know of any more.
    private static final String FORGET = """
            delete from qrtz_fired_triggers
            where sched_name = :scheduler and instance_name = :node and fired_time < :now - :patience
              and not (entry_id = any (:running))
            """;

    private static final String STRANDED = """
            select t.trigger_name
            from qrtz_triggers t
            join qrtz_simple_triggers s using (sched_name, trigger_name, trigger_group)
            where t.sched_name = :scheduler
              and (t.next_fire_time > :now + s.repeat_interval + :patience
                   or t.trigger_state in ('ACQUIRED', 'BLOCKED') and not exists (
                     select from qrtz_fired_triggers f
                     where f.sched_name = t.sched_name and f.trigger_name = t.trigger_name
                       and f.trigger_group = t.trigger_group))
            """;

    private final Jdbi store;
    private final String scheduler;
    private final String node;
    private final Clock clock;

    /// @param clock the machine's own, which Quartz goes by
    StoreWatch(DataSource store, String scheduler, String node, Clock clock) {
        this.store = Sql.over(store);
        this.scheduler = scheduler;
        this.node = node;
        this.clock = clock;
    }

    /// @param running what this node is doing at the moment, by Quartz's own numbers
    /// @return names of triggers
    Set<String> stranded(Set<String> running) {
        long now = clock.millis();
        return store.inTransaction(handle -> {
            handle.createUpdate(FORGET)
                    .bind("scheduler", scheduler)
                    .bind("node", node)
                    .bind("now", now)
                    .bind("patience", PATIENCE.toMillis())
                    .bind("running", running.toArray(String[]::new))
                    .execute();
            return Set.copyOf(handle.createQuery(STRANDED)
                    .bind("scheduler", scheduler)
                    .bind("now", now)
                    .bind("patience", PATIENCE.toMillis())
                    .mapTo(String.class)
                    .set());
        });
    }
}
