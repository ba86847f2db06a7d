package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.bench.Pool;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.network.Networks;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutboundRules;
import org.gazouillis.network.mastodon.MastodonConnector;
import org.gazouillis.publish.DispatchUpkeep;
import org.gazouillis.publish.Dispatcher;
import org.gazouillis.publish.OutsideGate;
import org.gazouillis.publish.PublishTick;
import org.gazouillis.publish.Publisher;
import org.gazouillis.schedule.quartz.QuartzClock;
import org.gazouillis.security.SecretBox;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// A process that only publishes, to the timeline and outside, with the real clock and the real parts. Told to
/// announce, it says a word before and after each commit that wrote something, and waits there for a moment.
public final class ChaosNode {
    private static final Duration PAUSE = Duration.ofMillis(60);

    private ChaosNode() {}

    /// @param number of the node, different for each
    static Process start(DatabaseAccess access, Path data, int number, boolean announce) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChaosNode.class.getName(),
                access.url(),
                access.worker().user(),
                data.toString(),
                String.valueOf(number),
                String.valueOf(announce));
        builder.environment().put("GAZOUILLIS_BENCH_PASSWORD", access.worker().password());
        return builder.redirectError(data.resolve("node-" + number + ".log").toFile())
                .start();
    }

    /// Runs until it is killed.
    public static void main(String[] arguments) {
        Login worker = new Login(arguments[1], System.getenv("GAZOUILLIS_BENCH_PASSWORD"));
        DatabaseAccess access = new DatabaseAccess(arguments[0], worker, worker, worker);
        Pool.Commits commits = Boolean.parseBoolean(arguments[4])
                ? new Announced(new PrintStream(System.out, true, StandardCharsets.UTF_8), new ThreadLocal<>())
                : Pool.Commits.UNWATCHED;
        Jdbi db = Sql.over(new Pool(access, worker, commits).asDataSource());
        Clock clock = Clock.systemUTC();
        TimeOrderedIds ids = new TimeOrderedIds(clock, Integer.parseInt(arguments[3]));
        SecretBox box = new SecretBox(new DataDirectory(Path.of(arguments[2])));
        new OutsideGate(db, box).open();
        OutboundHttp http = new OutboundHttp(OutboundRules.of("127.0.0.1", ""), clock, Pace.CALL);
        Networks networks = new Networks(List.of(new MastodonConnector(http)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new QuartzClock(Pool.of(access, worker), threads, "node-" + arguments[3])
                    .start(List.of(
                            new PublishTick(new Publisher(db, ids)),
                            new Dispatcher(db, ids, networks, box, Pace.PATIENCE),
                            new DispatchUpkeep(db, ids)));
            LockSupport.parkUntil(Long.MAX_VALUE);
        }
    }

    private record Announced(PrintStream out, ThreadLocal<Boolean> wrote) implements Pool.Commits {
        @Override
        public void before(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select pg_current_xact_id_if_assigned() is not null")) {
                row.next();
                wrote.set(row.getBoolean(1));
            }
            say("before");
        }

        @Override
        public void after() {
            say("after");
        }

        private void say(String moment) {
            if (wrote.get()) {
                out.println(moment);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
