package org.gazouillis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;

/// Another JVM of the same classes on the same database, as its worker; it is there to be killed.
///
/// @param main begins with [#database], which reads back its first two arguments
/// @param options of the JVM, beside those that make it start quickly
/// @param errors where its standard error goes
public record OtherJvm(Class<?> main, DatabaseAccess access, List<String> options, ProcessBuilder.Redirect errors) {
    private static final String READY = "ready";
    private static final String PASSWORD = "GAZOUILLIS_BENCH_PASSWORD";

    public OtherJvm(Class<?> main, DatabaseAccess access, ProcessBuilder.Redirect errors) {
        this(main, access, List.of(), errors);
    }

    /// @param arguments what `main` finds from its third argument on
    public Process start(Object... arguments) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        words.addAll(options);
        words.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                access.url(),
                access.worker().user()));
        Stream.of(arguments).map(String::valueOf).forEach(words::add);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put(PASSWORD, access.worker().password());
        return builder.redirectError(errors).start();
    }

    /// As [#start]; returns when it has called [#sayReady].
    public Process startReady(Object... arguments) throws IOException {
        Process process = start(arguments);
        awaitReady(process);
        return process;
    }

    /// Waits until the process has called [#sayReady].
    public static void awaitReady(Process process) throws IOException {
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!READY.equals(line)) {
            throw new IllegalStateException("A process said " + line + " and did not start; see its errors");
        }
    }

    /// The database, in the process itself: all three roles are the worker.
    public static DatabaseAccess database(String[] arguments) {
        Login worker = new Login(arguments[1], System.getenv(PASSWORD));
        return new DatabaseAccess(arguments[0], worker, worker, worker);
    }

    public static void sayReady() {
        System.out.println(READY);
    }

    /// Ends this process when whoever started it is gone. One that goes on holds the output that it inherited, whose
    /// end is waited for.
    public static void endWithStarter() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                awaitEnd();
            } catch (IOException inputIsGone) {
                throw new UncheckedIOException(inputIsGone);
            } finally {
                Runtime.getRuntime().halt(1);
            }
        });
    }

    /// Returns when whoever started this process closed its input, or is gone.
    public static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody writes.
        }
    }
}
