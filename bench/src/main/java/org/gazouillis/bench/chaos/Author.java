package org.gazouillis.bench.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.bench.Pool;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Somebody who plans twenty posts a second and somebody who reads the timeline two hundred times a second, whatever
/// happens. What was acknowledged is written down here, outside the database.
final class Author implements AutoCloseable {
    private static final Duration BETWEEN_POSTS = Duration.ofMillis(50);
    private static final Duration BETWEEN_READS = Duration.ofMillis(5);
    private static final ChaosGround.Wish WISH = new ChaosGround.Wish(Duration.ofSeconds(1), true, "SEND_LATE");

    private final List<Long> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final ChaosGround ground;
    private final Pool pool;
    private final Jdbi db;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean tired;

    private Author(ChaosGround ground, Pool pool) {
        this.ground = ground;
        this.pool = pool;
        db = Sql.over(pool.asDataSource());
    }

    /// @param way how this author reaches the database
    static Author atWork(ChaosGround ground, DatabaseAccess way) {
        DatabaseAccess waiting = Pace.waiting(way);
        Author author = new Author(ground, new Pool(waiting, waiting.worker(), Pool.Commits.UNWATCHED));
        author.threads.execute(() -> author.again(BETWEEN_POSTS, author::write));
        author.threads.execute(() -> author.again(BETWEEN_READS, author::read));
        return author;
    }

    List<Long> acknowledged() {
        return acknowledged;
    }

    long reads() {
        return read.get();
    }

    /// What was answered with an error; a write among them may be there or not.
    long failed() {
        return failed.get();
    }

    private void again(Duration pause, Runnable deed) {
        while (!tired) {
            try {
                deed.run();
            } catch (JdbiException away) {
                failed.incrementAndGet();
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private void write() {
        acknowledged.add(ground.plan(db, 1, WISH));
    }

    private void read() {
        db.useHandle(handle -> handle.createQuery("select id from status order by id desc limit 20")
                .mapTo(Long.class)
                .list());
        read.incrementAndGet();
    }

    /// Returns when both have laid down their pens.
    @Override
    public void close() {
        tired = true;
        threads.close();
        pool.close();
    }
}
