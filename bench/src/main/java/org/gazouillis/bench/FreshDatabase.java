package org.gazouillis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.database.PostgresSettings;
import org.gazouillis.database.Secrets;

/// An empty PostgreSQL that survives a power cut, as the product's does, in a folder of its own.
public final class FreshDatabase {
    private FreshDatabase() {}

    public static EmbeddedDatabase start() throws IOException {
        return startIn(Files.createTempDirectory("gazouillis-bench"));
    }

    /// @param folder that holds it beside whatever else the run needs
    public static EmbeddedDatabase startIn(Path folder) {
        return EmbeddedDatabase.start(
                folder.resolve("database"), new Secrets(folder.resolve("secrets")), PostgresSettings.durable());
    }
}
