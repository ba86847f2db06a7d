package org.gazouillis.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.launch.Ports;

/// `publish-kill-server`: like `publish-kill`, but what is killed is the whole application server, again and again. The
/// database pauses before each claim's commit, which shows when the server stands between claim and commit.
public final class ServerKill {
    /// As often as the bench does it.
    static final int KILLS = 20;
    private static final int PER_KILL = 200;
    private static final Duration SPREAD = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PrintWriter out;
    private final int kills;
    private final Path home = Path.of(System.getProperty("gazouillis.home"));

    public ServerKill(PrintWriter out, int kills) {
        this.out = out;
        this.kills = kills;
    }

    public List<BenchResult> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gazouillis-bench");
        try (EmbeddedDatabase database = FreshDatabase.startIn(folder)) {
            return run(PublishGround.on(database.access()), folder.resolve("run"));
        }
    }

    private List<BenchResult> run(PublishGround ground, Path data) throws IOException, InterruptedException {
        ground.pauseBeforeCommits();
        for (int kill = 0; kill < kills; kill++) {
            ground.plan(PER_KILL, Clock.systemUTC().instant(), SPREAD);
            Process server = start(ground.access(), data);
            long before = statuses(ground);
            await(server, kill % 2 == 0 ? ground::isPausing : () -> statuses(ground) > before);
            kill(server, data);
            out.printf(Locale.ROOT, "kill %d: %,d statuses stand%n", kill + 1, statuses(ground));
        }
        Process server = start(ground.access(), data);
        await(server, () -> ground.count("select count(*) from post where state = 'SCHEDULED'") == 0);
        kill(server, data);
        return PublishKill.judge(ground, kills * PER_KILL);
    }

    private static long statuses(PublishGround ground) {
        return ground.count("select count(*) from status");
    }

    /// Returns when the application server's own process is there: from then on it can be killed.
    private Process start(DatabaseAccess access, Path data) throws IOException {
        Files.deleteIfExists(pidFile(data));
        ProcessBuilder launcher = new ProcessBuilder(
                home.resolve("gazouillis").toString(),
                "run",
                "--no-demo",
                "--port",
                String.valueOf(Ports.free()),
                "--data",
                data.toString());
        Map<String, String> environment = launcher.environment();
        environment.put("GAZOUILLIS_DB_URL", access.url());
        environment.put("GAZOUILLIS_DB_OWNER_USER", access.owner().user());
        environment.put("GAZOUILLIS_DB_OWNER_PASSWORD", access.owner().password());
        environment.put("GAZOUILLIS_DB_APP_USER", access.app().user());
        environment.put("GAZOUILLIS_DB_APP_PASSWORD", access.app().password());
        environment.put("GAZOUILLIS_DB_WORKER_USER", access.worker().user());
        environment.put("GAZOUILLIS_DB_WORKER_PASSWORD", access.worker().password());
        File log = data.resolveSibling("server.log").toFile();
        Process started = launcher.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        await(started, () -> server(data).isPresent());
        return started;
    }

    private static Path pidFile(Path data) {
        return data.resolve("run/server.pid");
    }

    /// Empty while the start script has not written it, or not all of it.
    private static Optional<ProcessHandle> server(Path data) {
        try {
            String pid = Files.readString(pidFile(data)).strip();
            return pid.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        } catch (IOException notThereYet) {
            return Optional.empty();
        }
    }

    private static void await(Process server, BooleanSupplier moment) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!moment.getAsBoolean()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The server did not come to publish; see server.log beside its data");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// Kills the application server itself and waits for its end; its launcher then ends by itself.
    private static void kill(Process launcher, Path data) throws InterruptedException {
        ProcessHandle server = server(data).orElseThrow(() -> new IllegalStateException("No server runs on " + data));
        List<ProcessHandle> children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
        if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The launcher did not end with its server; see server.log beside its data");
        }
    }
}
