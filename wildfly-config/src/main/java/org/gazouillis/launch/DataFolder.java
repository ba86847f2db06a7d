package org.gazouillis.launch;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.gazouillis.database.Secrets;

/// Where a run keeps what it must find again. `run/` describes the running server, everything else outlives it.
record DataFolder(Path root) {
    static DataFolder of(Options options) {
        String path = options.value("--data")
                .or(() -> Optional.ofNullable(System.getenv("GAZOUILLIS_DATA")))
                .orElse(Home.folder().resolve("var").toString());
        return new DataFolder(Path.of(path).toAbsolutePath().normalize());
    }

    Secrets secrets() {
        return new Secrets(root.resolve("secrets"));
    }

    Path database() {
        return root.resolve("postgresql");
    }

    /// The server's own base folder: configuration, deployment, transaction log, server log.
    Path server() {
        return root.resolve("server");
    }

    Path run() {
        return root.resolve("run");
    }

    /// The server's process id, written by its start script.
    Path serverPid() {
        return run().resolve("server.pid");
    }

    /// Settings and passwords for the server, readable by its owner alone.
    Path settings() {
        return run().resolve("settings.properties");
    }

    /// Says where the running server listens, for the other verbs.
    Path address() {
        return run().resolve("server.properties");
    }

    static void write(Path file, Map<String, String> entries) throws IOException {
        Properties properties = new Properties();
        properties.putAll(entries);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Secrets.write(file, text.toString());
    }

    /// The address of the running server, as `http://host:port`.
    String runningServer() {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(address())) {
            properties.load(reader);
            return properties.getProperty("url");
        } catch (NoSuchFileException e) {
            throw new Refused("No server runs on " + root + ". Start one with ./gazouillis run --data " + root + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
