package org.gazouillis.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedDatabaseTest {
    private Path home = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        home = Files.createTempDirectory("gazouillis-embedded-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        Folders.delete(home);
    }

    @Test
    void dataAndPasswordsOutliveTheServer() throws IOException, SQLException {
        try (EmbeddedDatabase database = start()) {
            execute(database, "create table note (text text)");
            execute(database, "insert into note values ('été')");
        }
        try (EmbeddedDatabase database = start();
                Connection owner = database.access().connect(database.access().owner());
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select text from note")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("été");
        }
    }

    @Test
    void folderServesOneServerAtATime() throws IOException {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("in use");
            assertThat(database.port()).isPositive();
        }
    }

    @Test
    void leftoverOfAnotherProcessIsNotTouched() throws IOException {
        start().close();
        Files.writeString(
                home.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("data") + "\n");
        try (EmbeddedDatabase database = start()) {
            assertThat(database.access().url()).contains("127.0.0.1");
        }
    }

    @Test
    void passwordsAreForTheirOwnerOnly() throws IOException {
        start().close();
        Path secret = home.resolve("secrets/database-app");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(new Login("app", "secret").toString()).doesNotContain("secret");
    }

    private EmbeddedDatabase start() {
        Path programs = TestDatabase.programs();
        return EmbeddedDatabase.start(
                home, programs, new Secrets(home.resolve("secrets")), PostgresSettings.forgetful());
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection owner = database.access().connect(database.access().owner());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
