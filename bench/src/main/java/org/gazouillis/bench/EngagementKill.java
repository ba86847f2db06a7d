package org.gazouillis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.engage.EngagementHandler;
import org.gazouillis.engage.ReportCollector;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.rollup.Rollup;

/// `engagement-kill`: views are collected, likes become engagements and both are rolled up by a process that is killed
/// by `kill -9` again and again. Afterwards each view that was acknowledged must be there once, each like once, and
/// every table of figures must hold as many as happened. A view is acknowledged when it is on disk; the next process
/// brings what the killed one left there. Views that were kept but whose acknowledgement the kill cut
/// off may be there, too: nobody can tell these apart.
public final class EngagementKill {
    static final int STATUSES = 200;
    private static final int KILLS = 20;
    /// Before each kill.
    private static final int LIKES = 2_500;
    private static final long NUMBERS = 1_000_000;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String LEFT =
            "select count(*) from engagement where xid >= (select sealed from rollup_mark where name = 'engagement')";
    private static final List<String> FIGURES = List.of("quarter_bucket", "day_bucket");

    private final PrintWriter out;
    private final Random random = new Random(150);
    private final Instant base = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

    public EngagementKill(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gazouillis-bench");
        try (EmbeddedDatabase database = FreshDatabase.startIn(folder)) {
            return run(database.access(), folder.resolve("data"), KILLS);
        }
    }

    List<BenchResult> run(DatabaseAccess access, Path data, int kills) throws IOException, InterruptedException {
        PublishGround ground = PublishGround.on(access);
        plant(ground);
        List<Long> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            like(ground, kill);
            Process collector = KilledCollector.start(access, data, base, kill * NUMBERS);
            collect(collector, acknowledged);
            out.printf(Locale.ROOT, "kill %d: %,d views were acknowledged%n", kill + 1, acknowledged.size());
        }
        finish(ground, data);
        return judge(ground, acknowledged, kills * (long) LIKES);
    }

    /// Kills it some time after its first acknowledgement, and takes all of them.
    private void collect(Process collector, List<Long> acknowledged) throws IOException, InterruptedException {
        try (BufferedReader said = collector.inputReader(StandardCharsets.UTF_8)) {
            Thread killer = null;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.length() == KilledCollector.DIGITS) {
                    acknowledged.add(Long.valueOf(line));
                }
                killer = killer == null ? killer(collector) : killer;
            }
        }
        collector.waitFor();
    }

    private Thread killer(Process collector) {
        long delay = TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(900));
        return Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(delay);
            // By its handle: the process itself would close its output, and what stands in there counts.
            collector.toHandle().destroyForcibly();
        });
    }

    private static void plant(PublishGround ground) {
        relay(ground).subscribe();
        ground.worker().useHandle(handle -> {
            handle.execute("""
                    insert into status (id, profile_id, text, lang, created_at, conversation_id, hashtags)
                    select n, 1 + n % ?, 'What is new, number ' || n, 'en', now(), n, array['bench' || n % 7]
                    from generate_series(1, ?) n
                    """, PublishGround.BRANDS, STATUSES);
        });
    }

    /// What a killed node had leased need not wait for the end of the lease here.
    private void like(PublishGround ground, int kill) {
        ground.worker().useHandle(handle -> {
            handle.createUpdate("""
                            insert into outbox (kind, workspace_id, subject, payload, at)
                            select 'StatusLiked', null, 1 + n % :statuses, jsonb_build_object('profile', 1 + n % :profiles),
                                   :base::timestamptz - n * interval '10 microseconds'
                            from generate_series(:first, :first + :likes - 1) n
                            """)
                    .bind("statuses", STATUSES)
                    .bind("profiles", PublishGround.BRANDS)
                    .bind("base", base)
                    .bind("first", kill * LIKES)
                    .bind("likes", LIKES)
                    .execute();
            handle.execute("update outbox_delivery set next_attempt_at = now()");
        });
    }

    /// What a killed process acknowledged and did not bring, the next one brings.
    private static void finish(PublishGround ground, Path data) {
        ReportCollector last = new ReportCollector(new DataDirectory(data), ground.worker(), Clock.systemUTC());
        last.start(Thread.ofPlatform().daemon().factory());
        last.stop();
        ground.worker().useHandle(handle -> handle.execute("update outbox_delivery set next_attempt_at = now()"));
        relay(ground).run();
        rollUp(ground);
    }

    /// The roll-up waits for every transaction of the database server that is still open, other tests' among them.
    private static void rollUp(PublishGround ground) {
        Rollup rollup = new Rollup(ground.worker(), Clock.systemUTC());
        long end = System.nanoTime() + LONGEST_NANOS;
        rollup.run();
        while (ground.count(LEFT) > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
            rollup.run();
        }
    }

    private static OutboxRelay relay(PublishGround ground) {
        return new OutboxRelay(ground.worker(), List.of(new EngagementHandler(ground.worker())));
    }

    private List<BenchResult> judge(PublishGround ground, List<Long> acknowledged, long likes) {
        List<BenchResult> results = new ArrayList<>();
        results.add(BenchResult.rate(
                "acknowledged views that are there once", once(ground, acknowledged), acknowledged.size(), "views"));
        for (String kind : List.of("VIEW", "LIKE")) {
            String all = "from engagement where kind = '" + kind + "'";
            long kept = ground.count("select count(*) " + all);
            long different = ground.count("select count(distinct at) " + all);
            results.add(BenchResult.rate(kind + "s that are there, each once", different, kept, "engagements"));
            results.addAll(rolledUp(ground, kind.toLowerCase(Locale.ROOT) + "s", kept));
        }
        long liked = ground.count("select count(*) from engagement where kind = 'LIKE'");
        results.add(BenchResult.rate("likes that became engagements", liked, likes, "likes"));
        long viewers = ground.count("select sum(anonymous_reach)::bigint from day_bucket where dimension = 'BRAND'");
        long views = ground.count("select count(*) from engagement where kind = 'VIEW'");
        results.add(BenchResult.rate("people, one for each view", viewers, views, "people"));
        return results;
    }

    private static List<BenchResult> rolledUp(PublishGround ground, String count, long happened) {
        List<BenchResult> results = new ArrayList<>();
        for (String table : FIGURES) {
            for (String dimension : List.of("BRAND", "ACCOUNT", "STATUS", "HASHTAG")) {
                long rolled = ground.count("select coalesce(sum(" + count + "), 0)::bigint from " + table
                        + " where dimension = '" + dimension + "'");
                results.add(BenchResult.rate(table + ", " + dimension + ": " + count, rolled, happened, "engagements"));
            }
        }
        long total = ground.count("select coalesce(sum(" + count + "), 0)::bigint from status_total");
        results.add(BenchResult.rate("status_total: " + count, total, happened, "engagements"));
        return results;
    }

    private long once(PublishGround ground, List<Long> acknowledged) {
        return ground.worker().withHandle(handle -> {
            handle.execute("create temporary table bench_acknowledged (at timestamptz)");
            handle.createUpdate("insert into bench_acknowledged select a::timestamptz from unnest(:times) a")
                    .bind(
                            "times",
                            acknowledged.stream()
                                    .map(number ->
                                            KilledCollector.dated(base, number).toString())
                                    .toArray(String[]::new))
                    .execute();
            return handle.createQuery("""
                            select count(*) from (
                              select a.at from bench_acknowledged a join engagement e on e.at = a.at and e.kind = 'VIEW'
                              group by a.at having count(*) = 1) as once
                            """).mapTo(Long.class).one();
        });
    }
}
