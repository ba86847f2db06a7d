package org.gazouillis.bench;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.tenancy.Sql;

/// A process that answers for short links until it is killed, or until its input ends: then it closes in order.
final class KilledRedirector {
    private KilledRedirector() {}

    /// Returns when it answers.
    static Process start(DatabaseAccess access, Path data, int port) throws IOException {
        Path errors = Files.createDirectories(data).resolve("errors");
        return new OtherJvm(KilledRedirector.class, access, ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .startReady(data, port);
    }

    public static void main(String[] arguments) throws ServletException, IOException {
        DatabaseAccess access = OtherJvm.database(arguments);
        try (var _ = RedirectGround.start(
                Sql.over(Pool.of(access, access.worker())), Path.of(arguments[2]), Integer.parseInt(arguments[3]))) {
            OtherJvm.sayReady();
            OtherJvm.awaitEnd();
        }
        System.exit(0);
    }
}
