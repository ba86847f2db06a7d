package org.gazouillis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.database.PostgresSettings;
import org.gazouillis.database.Secrets;

/// An empty PostgreSQL that survives a power cut, as the product's does, in a folder of its own.
public final class FreshDatabase {
    private FreshDatabase() {}

    public static EmbeddedDatabase start() throws IOException {
        return startIn(folder());
    }

    /// A folder for one run, gone when the process ends: ten million events take gigabytes.
    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("gazouillis-bench");
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("remove " + folder).unstarted(() -> remove(folder)));
        return folder;
    }

    private static void remove(Path folder) {
        try {
            IOUtils.rm(folder);
        } catch (IOException kept) {
            throw new UncheckedIOException(folder + " stays behind and can be removed by hand", kept);
        }
    }

    /// @param folder that holds it beside whatever else the run needs
    public static EmbeddedDatabase startIn(Path folder) {
        return EmbeddedDatabase.start(
                folder.resolve("database"), new Secrets(folder.resolve("secrets")), PostgresSettings.durable());
    }
}
