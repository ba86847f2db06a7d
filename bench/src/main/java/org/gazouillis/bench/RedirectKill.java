package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.launch.Ports;

/// `redirect-kill`: readers follow a link while the process that answers them is killed by `kill -9` again and again.
/// Each click has a number; afterwards each that was answered must be in the database exactly once. Clicks that were
/// kept but whose answer the kill cut off may be there, too: nobody can tell these apart.
public final class RedirectKill {
    private static final int READERS = 32;
    private static final int KILLS = 20;
    /// A server that never answers is killed, too, and seen by what is missing.
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final PrintWriter out;
    private final Random random = new Random(140);

    public RedirectKill(PrintWriter out) {
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
        RedirectGround.plant(ground.worker());
        Queue<Long> answered = new ConcurrentLinkedQueue<>();
        Readers readers = new Readers(Ports.free(), "/l/" + RedirectGround.CODE, Long.MAX_VALUE);
        for (int kill = 0; kill < kills; kill++) {
            Process server = KilledRedirector.start(access, data, readers.port());
            long before = readers.answered();
            Thread killer = Thread.ofVirtual().start(() -> {
                // On a busy machine the first answer takes longer than the longest wait.
                long end = System.nanoTime() + LONGEST_NANOS;
                while (readers.answered() == before && server.isAlive() && System.nanoTime() < end) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150 + random.nextInt(700)));
                server.destroyForcibly();
            });
            readers.read(READERS, TimeUnit.SECONDS.toNanos(30), answered::add);
            killer.join();
            server.waitFor();
            out.printf(Locale.ROOT, "kill %d: %,d clicks were answered%n", kill + 1, answered.size());
        }
        Process last = KilledRedirector.start(access, data, readers.port());
        last.getOutputStream().close();
        last.waitFor();
        return judge(ground, answered, readers.sent());
    }

    private static List<BenchResult> judge(PublishGround ground, Queue<Long> answered, long sent) {
        long kept = ground.worker().withHandle(handle -> {
            handle.execute("create temporary table bench_answered (number bigint)");
            handle.createUpdate("insert into bench_answered select unnest(:numbers)")
                    .bind("numbers", answered.toArray(Long[]::new))
                    .execute();
            return handle.createQuery("""
                            select count(*) from (
                              select a.number from bench_answered a
                              join link_click c on c.referrer = 'page' || a.number || '.example'
                              group by a.number having count(*) = 1) as once
                            """).mapTo(Long.class).one();
        });
        long all = ground.count("select count(*) from link_click");
        long different = ground.count("select count(distinct referrer) from link_click");
        return List.of(
                BenchResult.rate("answered clicks that are there once", kept, answered.size(), "clicks"),
                BenchResult.rate("clicks that are there, each once", different, all, "clicks"),
                BenchResult.rate("clicks kept, of those sent", all, sent, "clicks"));
    }
}
