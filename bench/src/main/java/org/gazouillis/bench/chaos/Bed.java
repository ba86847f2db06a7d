package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.database.PostgresSettings;
import org.gazouillis.database.Secrets;

/// A durable PostgreSQL of its own that may be killed and raised again. One reaches it over a [Cord], so that its
/// address stays the same.
final class Bed implements AutoCloseable {
    private final Path folder;
    private final Secrets secrets;
    private final Cord cord;
    private EmbeddedDatabase database;

    private Bed(Path folder, Secrets secrets, EmbeddedDatabase database, Cord cord) {
        this.folder = folder;
        this.secrets = secrets;
        this.database = database;
        this.cord = cord;
    }

    static Bed made() throws IOException {
        Path folder = Files.createTempDirectory("gazouillis-chaos").resolve("database");
        Secrets secrets = new Secrets(folder.resolveSibling("secrets"));
        EmbeddedDatabase database = EmbeddedDatabase.start(folder, secrets, PostgresSettings.durable());
        return new Bed(folder, secrets, database, Cord.to(database.port()));
    }

    DatabaseAccess access() {
        return cord.over(database.access());
    }

    /// `kill -9` for the server and all its children; returns when none of them is there any more.
    void kill() throws IOException {
        String pid = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.addFirst(server);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        database.close();
    }

    /// Stops it as an administrator would.
    void stop() throws IOException {
        database.close();
    }

    /// Returns when it answers, with everything that was committed.
    void raise() {
        database = EmbeddedDatabase.start(folder, secrets, PostgresSettings.durable());
        cord.leadTo(database.port());
    }

    @Override
    public void close() throws IOException {
        cord.close();
        database.close();
    }
}
