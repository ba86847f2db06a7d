package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.publish.PublishTick;
import org.gazouillis.publish.Publisher;
import org.gazouillis.schedule.quartz.QuartzClock;
import org.gazouillis.tenancy.Sql;

/// A process that does nothing but publish, with the real clock and the real publisher, and says on its standard
/// output when it stands before and after the commit of a claim that took posts. It waits a little there, so as to be
/// killed.
public final class KilledPublisher {
    static final String BEFORE = "before the commit";
    static final String AFTER = "after the commit";
    private static final Duration PAUSE = Duration.ofMillis(120);

    private KilledPublisher() {}

    /// @param number of the node, different for each that runs at the same time
    static Process start(DatabaseAccess access, int number) throws IOException {
        return new OtherJvm(KilledPublisher.class, access, ProcessBuilder.Redirect.DISCARD).start(number);
    }

    /// Runs until it is killed.
    public static void main(String[] arguments) {
        OtherJvm.endWithStarter();
        DatabaseAccess access = OtherJvm.database(arguments);
        Login worker = access.worker();
        Announced commits = new Announced(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Publisher publisher = new Publisher(
                Sql.over(new Pool(access, worker, commits).asDataSource()),
                new TimeOrderedIds(Clock.systemUTC(), Integer.parseInt(arguments[2])));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new QuartzClock(Pool.of(access, worker), threads, "node-" + arguments[2], Clock.systemUTC())
                    .start(List.of(new PublishTick(publisher)));
            LockSupport.parkUntil(Long.MAX_VALUE);
        }
    }

    /// Speaks only where something was written: a claim that found nothing has no transaction number.
    private static final class Announced implements Pool.Commits {
        private final PrintStream out;
        private volatile boolean wrote;

        Announced(PrintStream out) {
            this.out = out;
        }

        @Override
        public void before(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select pg_current_xact_id_if_assigned() is not null")) {
                row.next();
                wrote = row.getBoolean(1);
            }
            say(BEFORE);
        }

        @Override
        public void after() {
            say(AFTER);
        }

        private void say(String moment) {
            if (wrote) {
                out.println(moment);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
