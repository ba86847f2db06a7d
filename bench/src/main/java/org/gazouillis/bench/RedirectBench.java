package org.gazouillis.bench;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.launch.Ports;

/// `redirect`: how many clicks a second are answered after each was flushed to disk, beside a handler and a servlet on
/// the same server that answer the same and do nothing. Server, database and 128 readers share the machine; the clicks
/// are brought into the database meanwhile, and at the end as many must be there as were answered.
final class RedirectBench {
    private static final int READERS = 128;
    private static final int PAGES = 50;
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 21;
    /// Short, so that both meet the machine in the same mood.
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PrintWriter out;

    RedirectBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException, InterruptedException, ServletException {
        Path folder = FreshDatabase.folder();
        try (EmbeddedDatabase database = FreshDatabase.startIn(folder)) {
            PublishGround ground = PublishGround.on(database.access());
            RedirectGround.plant(ground.worker());
            return run(ground, folder.resolve("data"));
        }
    }

    private List<BenchResult> run(PublishGround ground, Path data) throws InterruptedException, ServletException {
        int port = Ports.free();
        Readers real = new Readers(port, "/l/" + RedirectGround.CODE, PAGES);
        Readers bare = new Readers(port, "/bare/" + RedirectGround.CODE, PAGES);
        Readers noop = new Readers(port, "/noop/" + RedirectGround.CODE, PAGES);
        List<Double> ours = new ArrayList<>();
        List<Double> handler = new ArrayList<>();
        List<Double> servlet = new ArrayList<>();
        try (var _ = RedirectGround.start(ground.worker(), data, port)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double nothing = bare.read(READERS, ROUND_NANOS, number -> {});
                double our = real.read(READERS, ROUND_NANOS, number -> {});
                double idle = noop.read(READERS, ROUND_NANOS, number -> {});
                out.printf(
                        Locale.ROOT,
                        "ours %,.0f, no-op handler %,.0f, no-op servlet %,.0f answers/s%n",
                        our,
                        nothing,
                        idle);
                if (round >= 0) {
                    ours.add(our);
                    handler.add(nothing);
                    servlet.add(idle);
                }
            }
        }
        long kept = ground.count("select count(*) from link_click");
        return List.of(
                BenchResult.rates("durable clicks, beside a no-op handler", ours, handler, "answers/s"),
                BenchResult.rates("durable clicks, beside a no-op servlet", ours, servlet, "answers/s"),
                BenchResult.rate("clicks in the database, of those answered", kept, real.answered(), "clicks"));
    }
}
