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
import org.gazouillis.bench.OtherJvm;
import org.gazouillis.bench.Pool;
import org.gazouillis.compose.MediaFiles;
import org.gazouillis.compose.PublishedImages;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.link.OwnAddress;
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
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// A process that only publishes, to the timeline and outside, with the real clock and the real parts. It ends when it
/// is killed or when whoever started it is gone.
public final class ChaosNode {
    private static final Logger LOG = Logger.getLogger(ChaosNode.class);
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final Duration RACE = Duration.ofMillis(20);

    private ChaosNode() {}

    /// How a node goes about it.
    enum Manner {
        PLAIN,
        /// Says before and after each commit that wrote something what it did, and waits there for a moment.
        ANNOUNCING,
        /// Without Quartz and its locks, which let a tick run on one node at a time only.
        RACING,
        /// By a [WallClock] that is put forward and back.
        RIGGED
    }

    /// @param number of the node, different for each
    static Process start(DatabaseAccess access, Path data, int number, Manner manner) throws IOException {
        List<String> options =
                manner == Manner.RIGGED ? List.of(WallClock.option(data, clock(data, number))) : List.of();
        Path errors = data.resolve("node-" + number + ".log");
        return new OtherJvm(ChaosNode.class, access, options, ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start(data, number, manner.name());
    }

    /// The file that puts the clock of a rigged node.
    static Path clock(Path data, int number) {
        return data.resolve("clock-" + number);
    }

    public static void main(String[] arguments) throws IOException {
        Manner manner = Manner.valueOf(arguments[4]);
        DatabaseAccess access = OtherJvm.database(arguments);
        Login worker = access.worker();
        Pool.Commits commits = manner == Manner.ANNOUNCING
                ? new Announced(new PrintStream(System.out, true, StandardCharsets.UTF_8), new ThreadLocal<>())
                : Pool.Commits.UNWATCHED;
        Jdbi db = Sql.over(new Pool(access, worker, commits).asDataSource());
        Clock clock = manner == Manner.RIGGED ? WallClock.clock() : Clock.systemUTC();
        TimeOrderedIds ids = new TimeOrderedIds(clock, Integer.parseInt(arguments[3]));
        SecretBox box = new SecretBox(new DataDirectory(Path.of(arguments[2])));
        new OutsideGate(db, box).open();
        OutboundHttp http = new OutboundHttp(OutboundRules.of("127.0.0.1", ""), clock, Pace.CALL);
        PublishedImages images = new PublishedImages(
                new MediaFiles(new DataDirectory(Path.of(arguments[2]))), new OwnAddress("https://nord.example"));
        Networks networks = new Networks(List.of(new MastodonConnector(http)));
        List<Tick> ticks = List.of(
                new PublishTick(new Publisher(db, ids)),
                new Dispatcher(db, ids, networks, box, images, Pace.PATIENCE),
                new DispatchUpkeep(db, ids));
        if (manner == Manner.RACING) {
            ticks.forEach(each -> Thread.ofVirtual().start(() -> race(each)));
        } else {
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            new QuartzClock(Pool.of(access, worker), threads, "node-" + arguments[3], clock).start(ticks);
        }
        OtherJvm.sayReady();
        OtherJvm.awaitEnd();
        System.exit(0);
    }

    private static void race(Tick tick) {
        while (true) {
            try {
                tick.run();
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "The tick %s failed", tick.name());
            }
            LockSupport.parkNanos(RACE.toNanos());
        }
    }

    private record Announced(PrintStream out, ThreadLocal<String> what) implements Pool.Commits {
        @Override
        public void before(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            select case when pg_current_xact_id_if_assigned() is null then 'nothing'
                                        else coalesce((select max(state) from publication
                                                       where xmin = pg_current_xact_id_if_assigned()::xid), 'OTHER') end
                            """)) {
                row.next();
                what.set(row.getString(1));
            }
            say("before");
        }

        @Override
        public void after() {
            say("after");
        }

        private void say(String moment) {
            if (!what.get().equals("nothing")) {
                out.println(moment + " " + what.get());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
