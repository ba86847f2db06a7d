package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Looks whether something on its way to a network outside has come to no end for too long, or could be sent and is
/// not, and says so in the log. What waits because a network or a person wants it to is not meant.
@ApplicationScoped
public class DispatchWatch implements Tick {
    private static final Logger LOG = Logger.getLogger(DispatchWatch.class);

    private Jdbi db;

    @Inject
    public DispatchWatch(@WorkerDb Jdbi db) {
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    DispatchWatch() {}

    @Override
    public String name() {
        return "dispatch-watch";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        stuck().ifPresent(all -> LOG.warnf(
                "%d publications to networks outside are stuck; the oldest is %s, %s",
                all.many(), all.oldest(), all.state()));
    }

    /// Empty when all is well.
    Optional<Stuck> stuck() {
        return db.withHandle(
                handle -> handle.createQuery("""
                        select count(*) over ()::int as many, u.id as oldest, u.state
                        from publication u
                        join social_account a on a.id = u.account_id
                        where u.state in ('DUE', 'SENDING', 'UNKNOWN')
                          and (u.state <> 'DUE' and u.sent_at < now() - interval '15 minutes'
                               or u.state = 'DUE' and u.next_at < now() - interval '10 minutes' and a.state = 'ACTIVE'
                                  and coalesce(a.paused_until, '-infinity') < now())
                        order by u.due_at, u.id limit 1
                        """).map(Sql.row(Stuck.class)).findOne());
    }

    /// @param many how many there are
    record Stuck(int many, PublicationId oldest, String state) {}
}
