package org.gazouillis.bench.chaos;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.bench.Pool;
import org.gazouillis.bench.PublishGround;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.listen.Asker;
import org.gazouillis.listen.IndexCare;
import org.gazouillis.listen.IndexPlace;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.listen.SearchStandpoint;
import org.gazouillis.listen.StatusIndexer;
import org.gazouillis.listen.StatusSearch;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrands;
import org.jdbi.v3.core.Jdbi;

/// Statuses in the database, and the server's own indexer and search over one folder.
final class IndexGround implements AutoCloseable {
    private static final int BATCH = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final PublishGround ground;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 8);

    IndexGround(DatabaseAccess database) {
        ground = PublishGround.on(database);
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

    /// Whether everything can be found, and nothing else, within that time; the seconds that it took, or -1.
    long secondsUntilWhole(StatusIndexer indexer, Duration patience) {
        IndexCare care = IndexCare.over(indexer, ground.worker());
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < patience.toNanos()) {
            boolean complete = care.look().filter(look -> !look.partial()).isPresent();
            if (complete
                    && care.verify()
                            .filter(check -> check.missing() == 0 && check.index() == check.database())
                            .isPresent()) {
                return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return -1;
    }

    /// Asks as a visitor does; answers whether the answer was whole or said that it was not, rather than an error.
    boolean answers(StatusIndexer indexer, long all) {
        CurrentMember nobody = new CurrentMember();
        VisibleBrands none = new VisibleBrands(ground.worker(), nobody);
        Asker visitor = new Asker(
                nobody,
                new Permissions(nobody),
                none,
                new SearchStandpoint(ground.worker(), nobody, none, Clock.systemUTC()));
        try {
            var answer = new StatusSearch(indexer, ground.worker(), nobody, visitor)
                    .search(new SearchQuestion("new -nothing", null, SearchOrder.NEWEST, 20, null));
            return answer.partial() != null || answer.items().size() == Math.min(20, all);
        } catch (RuntimeException toAVisitor) {
            return false;
        }
    }

    @Override
    public void close() {
        ground.close();
    }
}
