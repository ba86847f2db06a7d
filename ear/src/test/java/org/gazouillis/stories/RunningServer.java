package org.gazouillis.stories;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;
import org.gazouillis.database.TestDatabase;

/// The server under test, as `ServerSession` laid it out.
final class RunningServer {
    /// Bytes; less than the server takes by itself, so that tests need not send that much.
    static final int LARGEST_UPLOAD = 20 << 20;

    private RunningServer() {}

    /// Where it answers, with a slash at the end.
    static URI address() {
        return URI.create("http://127.0.0.1:" + System.getProperty("gazouillis.http.port") + "/");
    }

    /// The password of the demo members, such as `owner@demo.example`.
    static String demoPassword() {
        return System.getProperty("gazouillis.demo.password");
    }

    static String operatorSecret() {
        return System.getProperty("gazouillis.operator.secret");
    }

    /// The server's database behind its back, where nobody's rows are hidden: to compare answers with.
    static Connection database() throws IOException, SQLException {
        return database("worker");
    }

    /// As one of the roles `app`, `worker` and `owner`, of whom the last may change the schema.
    static Connection database(String role) throws IOException, SQLException {
        Properties settings = settings();
        return DriverManager.getConnection(
                settings.getProperty("gazouillis.db.url"),
                settings.getProperty("gazouillis.db." + role + ".user"),
                settings.getProperty("gazouillis.db." + role + ".password"));
    }

    /// As the administrator of the whole database server.
    static Connection administrator() throws IOException, SQLException {
        Login nobody = new Login("", "");
        DatabaseAccess access = TestDatabase.shared()
                .administrator(new DatabaseAccess(settings().getProperty("gazouillis.db.url"), nobody, nobody, nobody));
        return access.connect(access.owner());
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("gazouillis.settings")))) {
            settings.load(file);
        }
        return settings;
    }

    /// Where a test leaves what a person may want to look at: screenshots, page sources.
    static Path artefacts() {
        return Path.of(System.getProperty("gazouillis.artefacts"));
    }
}
