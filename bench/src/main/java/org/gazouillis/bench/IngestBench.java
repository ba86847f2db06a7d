package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.engage.Browser;
import org.gazouillis.engage.Report;
import org.gazouillis.engage.ReportCollector;
import org.gazouillis.engage.Viewer;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ProfileId;

/// `ingest`: how many views a second come from the collector's door (several threads, calls with 1 to 20 reports, each
/// on disk before it is acknowledged) into `engagement`, the window decided, beside a plain `COPY` of the same rows in
/// transactions of 5,000 into a table of the same shape and indexes. Callers, journal and database share the machine.
final class IngestBench {
    private static final int THREADS = 4;
    private static final int CALLS = 4_500;
    private static final int MOST = 20;
    /// Sent together, as by requests that no thread waits for.
    private static final int AT_ONCE = 64;
    /// One of so many calls is sent twice.
    private static final int TWICE = 20;
    private static final int VISITORS = 20_000;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final Browser BROWSER = new Browser("Mozilla/5.0", null);

    private final PrintWriter out;

    IngestBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException, SQLException, InterruptedException {
        Path folder = FreshDatabase.folder();
        try (EmbeddedDatabase database = FreshDatabase.startIn(folder);
                PublishGround publishing = PublishGround.on(database.access())) {
            IngestGround ground = new IngestGround(publishing);
            ground.plant();
            ReportCollector collector = new ReportCollector(
                    new DataDirectory(folder.resolve("data")), publishing.worker(), Clock.systemUTC());
            collector.start(Thread.ofPlatform().daemon().factory());
            try {
                return measure(ground, collector);
            } finally {
                collector.stop();
            }
        }
    }

    private List<BenchResult> measure(IngestGround ground, ReportCollector collector)
            throws IOException, SQLException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        List<Double> durable = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            String mark = ground.mark();
            long start = System.nanoTime();
            send(ground, collector, round);
            double sent = (System.nanoTime() - start) / 1e9;
            while (!collector.isDone()) {
                LockSupport.parkNanos(500_000);
            }
            double taken = (System.nanoTime() - start) / 1e9;
            List<byte[]> rows = ground.rowsSince(mark);
            long counted = rows.stream().mapToLong(IngestBench::lines).sum();
            start = System.nanoTime();
            ground.copy(rows);
            double copied = (System.nanoTime() - start) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%,d views: acknowledged after %.2f s, counted after %.2f s (%,.0f/s); COPY %,.0f/s%n",
                    counted,
                    sent,
                    taken,
                    counted / taken,
                    counted / copied);
            if (round >= 0) {
                ours.add(counted / taken);
                copies.add(counted / copied);
                durable.add(counted / sent);
            }
        }
        return List.of(
                BenchResult.rates("views collected and counted, beside COPY", ours, copies, "views/s"),
                BenchResult.rates("views acknowledged on disk, beside COPY", durable, copies, "views/s"));
    }

    private static long lines(byte[] batch) {
        long lines = 0;
        for (byte each : batch) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static void send(IngestGround ground, ReportCollector collector, int round) throws InterruptedException {
        List<Thread> threads = LongStream.range(0, THREADS)
                .mapToObj(thread ->
                        Thread.ofPlatform().start(() -> send(ground, collector, new Random(round * THREADS + thread))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void send(IngestGround ground, ReportCollector collector, Random random) {
        for (int call = 0; call < CALLS; call += AT_ONCE) {
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            for (int n = 0; n < AT_ONCE; n++) {
                Viewer viewer = viewer(random);
                List<Report> reports = reports(ground, random);
                waiting.add(collector.collect(viewer, BROWSER, reports));
                if (random.nextInt(TWICE) == 0) {
                    waiting.add(collector.collect(viewer, BROWSER, reports));
                }
            }
            waiting.forEach(CompletableFuture::join);
        }
    }

    private static Viewer viewer(Random random) {
        return random.nextInt(3) == 0
                ? new Viewer.Reader(new ProfileId(IngestGround.profile(random.nextInt(IngestGround.PROFILES))))
                : new Viewer.Visitor("visitor-" + (1_000_000 + random.nextInt(VISITORS)));
    }

    private static List<Report> reports(IngestGround ground, Random random) {
        List<Report> reports = new ArrayList<>();
        for (int n = 1 + random.nextInt(MOST); n > 0; n--) {
            reports.add(Report.seen(ground.status(random.nextInt(IngestGround.STATUSES)), null));
        }
        return reports;
    }
}
