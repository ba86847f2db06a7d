package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;
import org.gazouillis.listen.StatusIndexer;

/// A process that only indexes, until it is killed or whoever started it is gone.
public final class IndexNode {
    private static final String READY = "ready";

    private IndexNode() {}

    /// Returns when its index is open.
    static Process start(DatabaseAccess access, Path folder, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                IndexNode.class.getName(),
                access.url(),
                access.worker().user(),
                folder.toString());
        builder.environment().put("GAZOUILLIS_BENCH_PASSWORD", access.worker().password());
        Process process = builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!READY.equals(process.inputReader(StandardCharsets.UTF_8).readLine())) {
            throw new IllegalStateException("The indexer did not start; see " + log);
        }
        return process;
    }

    public static void main(String[] arguments) throws IOException {
        Login worker = new Login(arguments[1], System.getenv("GAZOUILLIS_BENCH_PASSWORD"));
        StatusIndexer indexer = IndexGround.index(
                IndexGround.worker(new DatabaseAccess(arguments[0], worker, worker, worker)), Path.of(arguments[2]));
        while (indexer.state().isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // until the input ends
        }
        System.exit(0);
    }
}
