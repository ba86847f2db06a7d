package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.bench.OtherJvm;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.listen.StatusIndexer;

/// A process that only indexes, until it is killed or whoever started it is gone.
public final class IndexNode {
    private IndexNode() {}

    /// Returns when its index is open.
    static Process start(DatabaseAccess access, Path folder, Path log) throws IOException {
        return new OtherJvm(IndexNode.class, access, ProcessBuilder.Redirect.appendTo(log.toFile())).startReady(folder);
    }

    public static void main(String[] arguments) throws IOException {
        StatusIndexer indexer =
                IndexGround.index(IndexGround.worker(OtherJvm.database(arguments)), Path.of(arguments[2]));
        while (indexer.state().isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        OtherJvm.sayReady();
        OtherJvm.awaitEnd();
        System.exit(0);
    }
}
