package org.gazouillis.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One running PostgreSQL process on one data folder.
final class Postmaster {
    private static final int ATTEMPTS = 3;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final String PID_FILE = "postmaster.pid";

    private final PostgresBinaries binaries;
    private final OrdinaryUser user;
    private final Path home;
    private final Path data;
    private @Nullable Process process;
    private int port;

    /// @param home the folder that holds `data`, the initialised data folder, and gets the log
    Postmaster(PostgresBinaries binaries, OrdinaryUser user, Path home) {
        this.binaries = binaries;
        this.user = user;
        this.home = home;
        this.data = home.resolve("data");
    }

    int port() {
        return port;
    }

    /// The administrator's way to a database of this server.
    DatabaseAccess as(Login superuser, String database) {
        return new DatabaseAccess(url(database), superuser, superuser, superuser);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Starts on a free port and waits for the first answer. A port lost to somebody else, or a predecessor that
    /// still lets go of its memory, is worth another attempt.
    void start(PostgresSettings settings, Login superuser) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            port = freePort();
            process = launch(settings);
            if (answers(process, superuser)) {
                return;
            }
        }
        throw new DatabaseUnavailable("PostgreSQL does not start on " + data + ". Its last words: " + lastWords()
                + " (the whole log: " + log() + ")");
    }

    /// Ends open connections, writes everything out and waits for the end.
    void stop() throws IOException {
        if (process != null && process.isAlive()) {
            user.command(binaries.program("pg_ctl"), "stop", "-D", data, "-m", "fast", "-w", "-t", "60", "-s")
                    .run(home);
        }
    }

    /// Stops a PostgreSQL that a crashed predecessor left running on our own data folder, and nobody else's.
    void stopLeftover() throws IOException {
        Path pidFile = data.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle leftover = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null);
        if (leftover != null && isOurs(leftover)) {
            user.command(binaries.program("pg_ctl"), "stop", "-D", data, "-m", "fast", "-w", "-t", "60", "-s")
                    .run(home);
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean isOurs(ProcessHandle handle) {
        ProcessHandle.Info info = handle.info();
        return info.command().orElse("").endsWith("/bin/postgres")
                && List.of(info.arguments().orElse(new String[0])).contains(data.toString());
    }

    private Process launch(PostgresSettings settings) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(binaries.program("postgres").toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        words.addAll(settings.arguments());
        return new ProcessBuilder(new Command(words).after(user.prefix()).words())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private boolean answers(Process started, Login superuser) {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end && !endsWithin(started, 40)) {
            try (Connection connection = as(superuser, "postgres").connect(superuser)) {
                refuseStranger(connection);
                return true;
            } catch (SQLException notYet) {
                // Asked again until it answers, ends or patience does; its own log says why.
                continue;
            }
        }
        if (started.isAlive()) {
            started.destroyForcibly();
        }
        return false;
    }

    private static boolean endsWithin(Process process, long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Another PostgreSQL may answer on our port: nothing is created before we know whose it is.
    private void refuseStranger(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            Path theirs = Path.of(row.getString(1));
            if (!Files.isSameFile(theirs, data)) {
                throw new DatabaseUnavailable("Port " + port + " belongs to another PostgreSQL, on " + theirs
                        + ". Nothing was changed there.");
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("Port " + port + " belongs to another PostgreSQL. Nothing was changed.", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private Path log() {
        return home.resolve("server.log");
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
