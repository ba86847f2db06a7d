package org.gazouillis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.database.DatabaseAccess;

/// F22: while posts of a hundred brands become due at a steady rate and two processes publish
/// them, somebody presses the crisis stop of one brand after the other. SQL judges from outside: of a stopped brand
/// nothing left after the press had returned; every other post is out; releasing lets nothing out by itself.
public final class FenceChaos {
    private static final double LIMIT_MILLIS = 5_000;
    private static final long SETTLE_NANOS = Duration.ofSeconds(3).toNanos();

    private final PrintWriter out;
    private final Random random = new Random(22);

    public FenceChaos(PrintWriter out) {
        this.out = out;
    }

    /// On a fresh, empty database.
    public List<BenchResult> run(DatabaseAccess access, int posts, int presses, Duration spread)
            throws IOException, InterruptedException {
        PublishGround ground = PublishGround.on(access);
        List<Process> publishers = List.of(KilledPublisher.start(access, 5), KilledPublisher.start(access, 6));
        publishers.forEach(FenceChaos::drain);
        try {
            await(ground, "select count(*) from pg_stat_activity where query like '%pg_advisory_xact_lock_shared%'", 1);
            ground.plan(posts, Clock.systemUTC().instant(), spread);
            Map<Long, Long> atOnce = press(ground, presses, spread);
            await(ground, "select (count(*) = 0)::int from post where state = 'SCHEDULED'", 1);
            return judge(ground, posts, atOnce);
        } finally {
            publishers.forEach(Process::destroyForcibly);
            for (Process each : publishers) {
                each.waitFor();
            }
        }
    }

    private final List<Double> millis = new ArrayList<>();

    /// What each brand had out when its press returned.
    private Map<Long, Long> press(PublishGround ground, int presses, Duration spread) {
        List<Long> brands = new ArrayList<>();
        for (long brand = 1; brand <= PublishGround.BRANDS; brand++) {
            brands.add(brand);
        }
        Collections.shuffle(brands, random);
        Map<Long, Long> atOnce = new LinkedHashMap<>();
        for (long brand : brands.subList(0, presses)) {
            LockSupport.parkNanos(random.nextLong(spread.toNanos() / presses));
            long start = System.nanoTime();
            new Press(ground.access()).stop(brand);
            millis.add((System.nanoTime() - start) / 1e6);
            atOnce.put(brand, ground.count("select count(*) from publication where brand_id = " + brand));
            out.printf(
                    Locale.ROOT,
                    "brand %d stopped in %.1f ms, %d were out%n",
                    brand,
                    millis.getLast(),
                    atOnce.get(brand));
        }
        return atOnce;
    }

    private List<BenchResult> judge(PublishGround ground, int posts, Map<Long, Long> atOnce) {
        long escaped = 0;
        long held = 0;
        for (Map.Entry<Long, Long> each : atOnce.entrySet()) {
            long outAtLast = ground.count("select count(*) from publication where brand_id = " + each.getKey());
            escaped += outAtLast - each.getValue();
            held += ground.count("select count(*) from post where state = 'HELD' and brand_id = " + each.getKey());
        }
        long published = ground.count("select count(*) from post where state = 'PUBLISHED'");
        long before = ground.count("select count(*) from status");
        new Press(ground.access()).releaseAll();
        LockSupport.parkNanos(SETTLE_NANOS);
        long flood = ground.count("select count(*) from status") - before;
        out.printf(
                Locale.ROOT,
                "%d presses: %d escaped, %d held, %d went out at the release%n",
                atOnce.size(),
                escaped,
                held,
                flood);
        return List.of(
                BenchResult.rate("posts in an end state", published + held, posts, "posts"),
                BenchResult.rate("held posts that did not leave", held - escaped, held, "posts"),
                BenchResult.rate("held posts that waited at the release", held - flood, held, "posts"),
                BenchResult.rate("held posts in the triage", new Press(ground.access()).waiting(), held, "posts"),
                BenchResult.time("slowest press, until nothing leaves", Collections.max(millis), LIMIT_MILLIS, "ms"));
    }

    private static void await(PublishGround ground, String count, long wanted) {
        while (ground.count(count) < wanted) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void drain(Process process) {
        Thread.ofVirtual().start(() -> {
            try (InputStream said = process.getInputStream()) {
                said.transferTo(OutputStream.nullOutputStream());
            } catch (IOException killed) {
                throw new UncheckedIOException(killed);
            }
        });
    }
}
