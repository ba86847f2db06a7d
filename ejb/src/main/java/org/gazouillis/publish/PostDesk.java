package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostComposer;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.kernel.PostId;
import org.gazouillis.schedule.QueuePlanner;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// Where members write, change and cancel posts, and see what came of it. The composer's transaction ends here, so
/// that a post for now is out before the answer says so; its failure to go out at once is the next tick's to mend.
@ApplicationScoped
public class PostDesk {
    private static final Logger LOG = Logger.getLogger(PostDesk.class);

    private PostComposer composer;
    private QueuePlanner planner;
    private Publisher publisher;
    private Queue queue;

    @Inject
    public PostDesk(PostComposer composer, QueuePlanner planner, Publisher publisher, Queue queue) {
        this.composer = composer;
        this.planner = planner;
        this.publisher = publisher;
        this.queue = queue;
    }

    @SuppressWarnings("NullAway.Init")
    PostDesk() {}

    /// @param key the client's Idempotency-Key, see [PostComposer#write]
    public PostSheet write(PostOrder order, @Nullable String key) {
        PostId post = order.plan() instanceof Plan.Queue ? planner.enqueue(order, key) : composer.write(order, key);
        sendIfNow(order.plan(), post);
        return queue.one(post);
    }

    public PostSheet change(PostId post, PostChange change) {
        if (change.plan() instanceof Plan.Queue) {
            planner.requeue(post, change);
        } else {
            composer.change(post, change);
        }
        sendIfNow(change.plan(), post);
        return queue.one(post);
    }

    public void cancel(PostId post) {
        composer.cancel(post);
    }

    /// The post is saved by now, so whatever keeps it from going out is no answer to who wrote it.
    private void sendIfNow(@Nullable Plan plan, PostId post) {
        if (plan instanceof Plan.Now(Duration respite) && respite.isZero()) {
            try {
                publisher.publish(post);
            } catch (JdbiException refused) {
                LOG.warnf(refused, "Post %s did not go out at once and is left to the next tick", post);
            }
        }
    }
}
