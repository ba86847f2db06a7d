package org.gazouillis.bench;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.percolate.Sighting;
import org.gazouillis.index.percolate.Watch;
import org.gazouillis.index.percolate.Watchlist;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.listen.Watcher;
import org.gazouillis.publish.Publisher;

/// 10,000 posts due at one instant, published with and without a watcher of 10,000 saved searches beside it, in turns
/// on one durable PostgreSQL; and one post at a time, until its alert is stored (the first hundred only warm up).
/// Fifty of the searches see the bench's posts, one each; the others, which would see all of them because they are all
/// alike, are asked for a hashtag of their own instead.
final class WatchedPublishing {
    private static final int POSTS = 10_000;
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;
    private static final int SINGLE = 300;
    private static final int FIRST_ONES = 100;
    private static final double LIMIT_MILLIS = 50;
    private static final Duration BETWEEN = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PrintWriter out;
    private final List<String> queries;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 8);

    WatchedPublishing(PrintWriter out, List<String> queries) {
        this.out = out;
        this.queries = queries;
    }

    List<BenchResult> run() throws Exception {
        try (EmbeddedDatabase database = FreshDatabase.start();
                PublishGround ground = PublishGround.on(database.access())) {
            watchEverything(ground);
            var results = new ArrayList<>(stored(ground));
            results.add(slowed(ground));
            return results;
        }
    }

    private void watchEverything(PublishGround ground) {
        List<String> all = new ArrayList<>(queries);
        seeingAll().forEach(search -> all.set(Math.toIntExact(search), "#other" + search));
        for (int tag = 0; tag < 50; tag++) {
            all.set(tag, "#bench" + tag);
        }
        ground.worker()
                .useHandle(handle -> handle.createUpdate("""
                        with kept as (
                          insert into saved_search (workspace_id, id, member_id, name, query, ranking, changed_at)
                          select 1, n, 1, 'Search ' || n, q, 'NEWEST', now()
                          from unnest(cast(:queries as text[])) with ordinality t (q, n)
                          returning workspace_id, id, member_id)
                        insert into alert (workspace_id, id, member_id, search_id, kind, digest, zone, created_at)
                        select workspace_id, id, member_id, id, 'MATCH', 'AT_ONCE', 'UTC', now() from kept
                        """)
                        .bind("queries", all.toArray(String[]::new))
                        .execute());
    }

    private List<Long> seeingAll() {
        StatusDocument post = new StatusDocument(
                1,
                1,
                "brand_1",
                "What is new today, number 1",
                "en",
                Instant.EPOCH,
                true,
                0,
                0,
                0,
                "gazouillis",
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                0,
                "",
                false,
                false,
                false,
                false,
                false,
                false);
        Standpoint standpoint = Standpoint.of(ZoneOffset.UTC, Instant.EPOCH);
        try (Watchlist watchlist = new Watchlist()) {
            watchlist.put(IntStream.range(0, queries.size())
                    .mapToObj(search -> new Watch(search, queries.get(search), SearchScope.publicOnly(), standpoint))
                    .toList());
            return watchlist.match(List.of(post)).stream().map(Sighting::watch).toList();
        }
    }

    private List<BenchResult> stored(PublishGround ground) throws SQLException {
        ground.clear();
        Watcher watcher = start(ground);
        List<Double> millis = new ArrayList<>();
        Publisher publisher = new Publisher(ground.worker(), ids);
        for (int post = 0; post < SINGLE; post++) {
            ground.plan(1, Clock.systemUTC().instant().minusSeconds(1), Duration.ZERO);
            publisher.publishDue();
            millis.add(untilStored(ground, post + 1L));
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        watcher.stop();
        millis.subList(0, FIRST_ONES).clear();
        return List.of(
                BenchResult.time(
                        "alert stored after publishing, p50", BenchResult.quantile(millis, 0.5), LIMIT_MILLIS, "ms"),
                BenchResult.time(
                        "alert stored after publishing, p99", BenchResult.quantile(millis, 0.99), LIMIT_MILLIS, "ms"));
    }

    /// A watcher that has read all searches: it has seen a first post.
    private Watcher start(PublishGround ground) {
        Watcher watcher = Watcher.over(ground.worker(), Clock.systemUTC());
        watcher.start(Thread.ofPlatform().daemon().factory());
        Publisher publisher = new Publisher(ground.worker(), ids);
        long before = matches(ground);
        while (matches(ground) == before) {
            ground.plan(1, Clock.systemUTC().instant().minusSeconds(1), Duration.ZERO);
            publisher.publishDue();
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        ground.worker().useHandle(handle -> handle.execute("delete from alert_match"));
        return watcher;
    }

    private static double untilStored(PublishGround ground, long wanted) {
        long begun = System.nanoTime();
        while (matches(ground) < wanted) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "Only " + matches(ground) + " of " + wanted + " alerts were stored within " + PATIENCE);
            }
            LockSupport.parkNanos(500_000);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static long matches(PublishGround ground) {
        return ground.count("select count(distinct status_id) from alert_match");
    }

    private BenchResult slowed(PublishGround ground) throws SQLException {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double alone = rate(ground);
            ground.clear();
            Watcher watcher = start(ground);
            double watched = rate(ground);
            untilStored(ground, POSTS);
            watcher.stop();
            out.printf(
                    Locale.ROOT,
                    "%s round: watched %,.0f, alone %,.0f posts/s%n",
                    round < 0 ? "warm-up" : "timed",
                    watched,
                    alone);
            if (round >= 0) {
                with.add(watched);
                without.add(alone);
            }
        }
        return BenchResult.rate(
                "publishing while watched, beside alone",
                BenchResult.median(with),
                BenchResult.median(without),
                "posts/s");
    }

    private double rate(PublishGround ground) throws SQLException {
        ground.clear();
        ground.worker().useHandle(handle -> handle.execute("delete from alert_match"));
        ground.plan(POSTS, Clock.systemUTC().instant().minusSeconds(1), Duration.ZERO);
        ground.settle();
        Publisher publisher = new Publisher(ground.worker(), ids);
        long begun = System.nanoTime();
        int went = publisher.publishDue();
        if (went != POSTS) {
            throw new IllegalStateException(went + " of " + POSTS + " posts went out");
        }
        return POSTS / ((System.nanoTime() - begun) / 1e9);
    }
}
