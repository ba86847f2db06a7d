package org.gazouillis.publish;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gazouillis.compose.Supplement;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.PublishDb;
import org.gazouillis.tenancy.Sql;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Publishes what is due, in batches of [#BATCH], each one statement and one commit. Any number of publishers may
/// work at the same time on any number of nodes: none gets what another has.
@ApplicationScoped
public class Publisher {
    public static final int BATCH = 500;
    /// A first look at what is due: enough for nearly every instant, and soon over.
    private static final int LOOK = 50;
    /// Claims of one node at a time.
    private static final int TOGETHER = 3;
    private static final Logger LOG = Logger.getLogger(Publisher.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Jdbi db;
    private TimeOrderedIds ids;

    @Inject
    public Publisher(@PublishDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    Publisher() {}

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /// Publishes until nothing is due; gives how many posts it took. What a first look leaves is shared by several
    /// claims: each keeps one processor of the database busy.
    public int publishDue() {
        int first = publishBatch(LOOK).taken();
        return first < LOOK ? first : first + together();
    }

    private int together() {
        var drains = IntStream.range(0, TOGETHER)
                .mapToObj(_ -> CompletableFuture.supplyAsync(this::drain, threads))
                .toList();
        try {
            CompletableFuture.allOf(drains.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof JdbiException refused ? refused : failed;
        }
        return drains.stream().mapToInt(CompletableFuture::join).sum();
    }

    private int drain() {
        int all = 0;
        int taken = BATCH;
        while (taken == BATCH) {
            taken = publishBatch(BATCH).taken();
            all += taken;
        }
        return all;
    }

    /// Takes one batch of due posts, [#BATCH] of them at most. A post that the database refuses for its own sake
    /// becomes `FAILED`, and the others of its batch go out.
    public Batch publishBatch(int most) {
        try {
            return claim(most);
        } catch (JdbiException refused) {
            if (!isAboutTheRow(refused)) {
                throw refused;
            }
            LOG.warnf("A batch was refused, its posts are published one by one: %s", refused.getMessage());
            return oneByOne();
        }
    }

    /// Publishes this post if it is due, without waiting for the next tick. Another publisher may have it in hand at
    /// this instant: what is read after this is what became of it, never what was before.
    public Batch publish(PostId post) {
        Batch batch = claim(post);
        if (batch.taken() > 0) {
            return batch;
        }
        letOthersFinish(post);
        return claim(post);
    }

    private void letOthersFinish(PostId post) {
        db.useTransaction(handle -> {
            handle.execute("set local lock_timeout = '2s'");
            handle.execute("select from post where id = ? for share", post);
        });
    }

    private Batch claim(PostId post) {
        return db.inTransaction(handle -> {
            FenceGate.pass(handle);
            return handle.createQuery(Claim.ONE)
                    .bind("first", ids.reserve(Claim.ids(Supplement.MOST_PARTS)))
                    .bind("most", Supplement.MOST_PARTS * Claim.MOST_ACCOUNTS)
                    .bind("post", post)
                    .map(Sql.row(Batch.class))
                    .one();
        });
    }

    private Batch claim(int most) {
        return db.inTransaction(handle -> {
            FenceGate.pass(handle);
            // To plan it takes as long as publishing thirty posts, and whatever is due the plan is the same.
            handle.execute("set local plan_cache_mode = force_generic_plan");
            return handle.createQuery(Claim.due(most))
                    .bind("first", ids.reserve(Claim.ids(BATCH)))
                    .bind("most", BATCH * Claim.MOST_ACCOUNTS)
                    .map(Sql.row(Batch.class))
                    .one();
        });
    }

    private Batch oneByOne() {
        List<PostId> due = db.withHandle(handle ->
                handle.createQuery("""
                        select id from post where state = 'SCHEDULED' and due_at <= now()
                        order by due_at, id limit :batch
                        """).bind("batch", BATCH).mapTo(PostId.class).list());
        return due.stream().map(this::publishOrFail).reduce(new Batch(0, 0, 0, 0, 0), Batch::plus);
    }

    private Batch publishOrFail(PostId post) {
        try {
            return publish(post);
        } catch (JdbiException refused) {
            if (!isAboutTheRow(refused)) {
                throw refused;
            }
            LOG.errorf(refused, "Post %s cannot be published", post);
            int failed = db.inTransaction(handle -> fail(handle, post, refused));
            return new Batch(failed, 0, 0, 0, failed);
        }
    }

    private static int fail(Handle handle, PostId post, JdbiException refused) {
        return handle.createQuery("""
                        with failed as (
                          update post set state = 'FAILED', failure = left(:failure, 500), version = version + 1,
                                 updated_at = now()
                          where id = :post and state = 'SCHEDULED' returning workspace_id, id, brand_id),
                        announced as (
                          insert into outbox (kind, workspace_id, subject, payload, at)
                          select 'PublishFailed', workspace_id, id,
                                 jsonb_build_object('brand', brand_id, 'state', 'FAILED'), now() from failed)
                        select count(*) from failed
                        """)
                .bind("failure", String.valueOf(refused.getCause()))
                .bind("post", post)
                .mapTo(Integer.class)
                .one();
    }

    /// SQL's states of class 22 (data exception), 23 (integrity) and 54 (limit exceeded) mean the row; all others
    /// mean the database's health, and the next tick tries again.
    private static boolean isAboutTheRow(JdbiException refused) {
        return refused.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().matches("(22|23|54).*");
    }
}
