package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gazouillis.kernel.HealthCheck;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Looks whether something due is still waiting, and says so in the log with the oldest post's id.
@ApplicationScoped
public class PublishWatch implements Tick, HealthCheck {
    private static final int PATIENCE_SECONDS = 60;
    private static final Logger LOG = Logger.getLogger(PublishWatch.class);

    private Jdbi db;

    @Inject
    public PublishWatch(@WorkerDb Jdbi db) {
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    PublishWatch() {}

    @Override
    public String name() {
        return "publish-watch";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        Backlog backlog = backlog();
        if (backlog.posts() > 0) {
            LOG.warnf(
                    "%d posts are due for more than %d s and not out; the oldest is %s, due at %s. Is the clock running?",
                    backlog.posts(), PATIENCE_SECONDS, backlog.oldest(), backlog.dueAt());
        }
    }

    @Override
    public State check() {
        Backlog backlog = backlog();
        return backlog.posts() == 0
                ? State.up("nothing overdue")
                : State.down(backlog.posts() + " posts overdue, the oldest is " + backlog.oldest());
    }

    /// With a running clock it is empty.
    public Backlog backlog() {
        return db.withHandle(handle -> handle.createQuery("""
                        select count(*) over ()::int as posts, id as oldest, due_at from post
                        where state = 'SCHEDULED' and due_at < now() - :patience * interval '1 second'
                        order by due_at, id limit 1
                        """)
                .bind("patience", PATIENCE_SECONDS)
                .map(Sql.row(Backlog.class))
                .findOne()
                .orElse(new Backlog(0, null, null)));
    }
}
