package org.gazouillis.bench.chaos;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gazouillis.bench.Pool;
import org.gazouillis.bench.PublishGround;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.listen.Asker;
import org.gazouillis.listen.IndexCare;
import org.gazouillis.listen.IndexPlace;
import org.gazouillis.listen.SearchAnswer;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.listen.SearchStandpoint;
import org.gazouillis.listen.StatusIndexer;
import org.gazouillis.listen.StatusSearch;
import org.gazouillis.publish.Publisher;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.Transactions;
import org.gazouillis.tenancy.VisibleBrands;
import org.jdbi.v3.core.Jdbi;

/// Statuses in the database, and the server's own indexer and search over one folder.
final class IndexGround implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int PAGE = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final PublishGround ground;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 8);

    /// Without a status.
    IndexGround(DatabaseAccess database) throws SQLException {
        ground = PublishGround.on(database);
        ground.clear();
    }

    /// Writes and announces so many statuses, a batch in each transaction.
    void say(int statuses) {
        for (int said = 0; said < statuses; said += BATCH) {
            long first = ids.reserve(BATCH);
            int many = Math.min(BATCH, statuses - said);
            ground.worker()
                    .useTransaction(handle -> handle.createUpdate("""
                            with said as (
                              insert into status (id, profile_id, text, lang, created_at, conversation_id, hashtags)
                              select id_plus(:first, n), 1 + n % 100, 'What is new today, number ' || n, 'en', now(),
                                     id_plus(:first, n), array['bench' || n % 50]
                              from generate_series(0, :many - 1) n returning id, profile_id)
                            insert into outbox (kind, subject, payload, at)
                            select 'StatusPosted', id, jsonb_build_object('profile', profile_id), now() from said
                            """)
                            .bind("first", first)
                            .bind("many", many)
                            .execute());
        }
    }

    static StatusIndexer index(Jdbi worker, Path folder) {
        StatusIndexer indexer = StatusIndexer.over(worker);
        indexer.start(IndexPlace.folder(folder), Thread.ofPlatform().daemon().factory());
        return indexer;
    }

    StatusIndexer index(Path folder) {
        return index(ground.worker(), folder);
    }

    static Jdbi worker(DatabaseAccess access) {
        return Sql.over(Pool.of(access, access.worker()));
    }

    /// Publishes so many posts by the server's own publisher.
    ///
    /// @return how many went out
    int publish(int posts) {
        ground.plan(posts, Clock.systemUTC().instant().minusSeconds(1), Duration.ZERO);
        return new Publisher(ground.worker(), ids).publishDue();
    }

    /// Whether it becomes true within that time.
    boolean comes(Duration patience, BooleanSupplier event) {
        long begun = System.nanoTime();
        while (!event.getAsBoolean()) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    /// Whether everything can be found, and nothing else, within that time; the seconds that it took, or -1.
    long secondsUntilWhole(StatusIndexer indexer, Duration patience) {
        IndexCare care = IndexCare.over(indexer, ground.worker());
        long begun = System.nanoTime();
        boolean whole = comes(
                patience,
                () -> care.look().filter(look -> !look.partial()).isPresent()
                        && care.verify()
                                .filter(check -> check.missing() == 0 && check.index() == check.database())
                                .isPresent());
        return whole ? Duration.ofNanos(System.nanoTime() - begun).toSeconds() : -1;
    }

    /// As [#secondsUntilWhole], and all of it on disk.
    long secondsUntilCaughtUp(StatusIndexer indexer, Duration patience) {
        long begun = System.nanoTime();
        boolean caughtUp =
                comes(patience, () -> indexer.behindSince().isEmpty()) && secondsUntilWhole(indexer, patience) >= 0;
        return caughtUp ? Duration.ofNanos(System.nanoTime() - begun).toSeconds() : -1;
    }

    /// Whether an answer says that something may be missing from it.
    static boolean saysSo(SearchAnswer answer) {
        return answer.partial() != null || answer.behindSince() != null;
    }

    /// Whether a visitor gets an answer that is whole or says that it is not, rather than an error. There are more
    /// posts than a page holds.
    boolean answers(StatusIndexer indexer) {
        return answer(indexer)
                .filter(answer -> saysSo(answer) || answer.items().size() == PAGE)
                .isPresent();
    }

    /// Asks as a visitor does; empty when that is an error.
    Optional<SearchAnswer> answer(StatusIndexer indexer) {
        CurrentMember nobody = new CurrentMember();
        VisibleBrands none = new VisibleBrands(ground.worker(), nobody);
        Asker visitor = new Asker(
                nobody,
                new Permissions(nobody),
                none,
                new SearchStandpoint(ground.worker(), nobody, none, Clock.systemUTC()),
                new Transactions());
        try {
            return Optional.of(new StatusSearch(indexer, ground.worker(), nobody, visitor, new Transactions())
                    .search(new SearchQuestion("new -nothing", null, SearchOrder.NEWEST, PAGE, null)));
        } catch (RuntimeException toAVisitor) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        ground.close();
    }
}
