package org.gazouillis.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One WildFly with the application in it: a process of its own, on a base folder of its own.
///
/// The provisioned server stays untouched, so several runs may share it.
final class Server implements AutoCloseable {
    private static final long STOP_SECONDS = 60;

    private final DataFolder data;
    private final Process process;

    private Server(DataFolder data, Process process) {
        this.data = data;
        this.process = process;
    }

    /// Starts it with these properties; its log goes to the launcher's own output.
    static Server start(DataFolder data, Map<String, String> properties) throws IOException {
        stopLeftover(data);
        furnish(data.server());
        DataFolder.write(data.settings(), properties);
        // A session of its own: Ctrl-C reaches the launcher alone, which stops server and database in order.
        ProcessBuilder builder = new ProcessBuilder(
                "setsid",
                Home.server().resolve("bin/standalone.sh").toString(),
                baseFolder(data),
                "-P=" + data.settings());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.environment().put("JBOSS_PIDFILE", data.serverPid().toString());
        List.of("JAVA_OPTS", "JBOSS_HOME", "JBOSS_BASE_DIR", "GAZOUILLIS_DB_PASSWORD", "GAZOUILLIS_SMTP_PASSWORD")
                .forEach(builder.environment()::remove);
        return new Server(data, builder.inheritIO().start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for its end.
    ///
    /// @return whether it ended within that time
    boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    int status() {
        return process.exitValue();
    }

    /// Whether the server gave the application up; its log says why.
    boolean refusedApplication() {
        return Files.exists(data.server().resolve("deployments/gazouillis.ear.failed"));
    }

    /// Stops it as SIGTERM does, by force after a minute.
    @Override
    public void close() throws IOException {
        process.destroy();
        if (!endsWithin(TimeUnit.SECONDS.toMillis(STOP_SECONDS))) {
            stopLeftover(data);
        }
        Files.deleteIfExists(data.address());
        Files.deleteIfExists(data.settings());
    }

    /// Stops the server that a killed launcher left running on this folder; another's process is left alone.
    static void stopLeftover(DataFolder data) throws IOException {
        if (Files.exists(data.serverPid())) {
            String pid = Files.readString(data.serverPid()).strip();
            ProcessHandle.of(pid.matches("\\d{1,10}") ? Long.parseLong(pid) : -1)
                    .filter(handle -> isOurs(handle, data))
                    .ifPresent(Server::end);
            Files.deleteIfExists(data.serverPid());
        }
    }

    private static boolean isOurs(ProcessHandle handle, DataFolder data) {
        String[] arguments = handle.info().arguments().orElse(new String[0]);
        return Arrays.asList(arguments).contains(baseFolder(data));
    }

    private static String baseFolder(DataFolder data) {
        return "-Djboss.server.base.dir=" + data.server();
    }

    private static void end(ProcessHandle handle) {
        handle.destroy();
        var end = handle.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS);
        if (end.handle((ended, late) -> late != null).join()) {
            handle.destroyForcibly();
            handle.onExit().join();
        }
    }

    /// Lays the configuration and the application anew; the server's own data (transaction log) stay.
    private static void furnish(Path base) throws IOException {
        for (String folder : List.of("configuration", "deployments", "tmp")) {
            delete(base.resolve(folder));
        }
        copy(Home.server().resolve("standalone/configuration"), base.resolve("configuration"));
        Path deployments = Files.createDirectories(base.resolve("deployments"));
        Files.copy(Home.application(), deployments.resolve("gazouillis.ear"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path path : walk(from)) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : walk(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
