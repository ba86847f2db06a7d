package org.gazouillis.bench;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;
import org.gazouillis.tenancy.Sql;

/// A process that answers for short links until it is killed, or until its input ends: then it closes in order.
final class KilledRedirector {
    private static final String READY = "ready";

    private KilledRedirector() {}

    /// Returns when it answers.
    static Process start(DatabaseAccess access, Path data, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledRedirector.class.getName(),
                access.url(),
                access.worker().user(),
                data.toString(),
                String.valueOf(port));
        builder.environment().put("GAZOUILLIS_BENCH_PASSWORD", access.worker().password());
        Path errors = Files.createDirectories(data).resolve("errors");
        Process process = builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!READY.equals(line)) {
            throw new IllegalStateException("The redirector did not start (" + line + "): " + Files.readString(errors));
        }
        return process;
    }

    public static void main(String[] arguments) throws ServletException, IOException {
        Login worker = new Login(arguments[1], System.getenv("GAZOUILLIS_BENCH_PASSWORD"));
        DatabaseAccess access = new DatabaseAccess(arguments[0], worker, worker, worker);
        try (var _ = RedirectGround.start(
                Sql.over(Pool.of(access, worker)), Path.of(arguments[2]), Integer.parseInt(arguments[3]))) {
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // until the input ends
            }
        }
        System.exit(0);
    }
}
