package org.gazouillis.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.database.Login;
import org.gazouillis.database.PostgresSettings;
import org.gazouillis.database.Secrets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabasesTest {
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @TempDir
    private static Path folder;

    private EmbeddedDatabase outside;

    @BeforeAll
    void startSomebodysServer() throws SQLException {
        outside = EmbeddedDatabase.start(
                folder.resolve("theirs"), new Secrets(folder.resolve("theirs/secrets")), PostgresSettings.forgetful());
        execute("create role keeper login createrole bypassrls password 'k'");
        execute("create database keepers owner keeper");
        execute("create role lodger login password 'l'");
        execute("create database lodgers owner lodger");
        // The embedded server comes with our roles; somebody else's does not.
        execute("drop database gazouillis");
        dropRoles();
    }

    @AfterAll
    void stopIt() throws IOException {
        outside.close();
    }

    @Test
    void userWhoMayCreateRolesGetsAllThree() throws SQLException {
        DatabaseAccess access = open("keepers", "keeper", "k");
        assertThat(access.app().user()).isEqualTo("gazouillis_app");
        try (Connection owner = access.connect(access.owner());
                Statement statement = owner.createStatement()) {
            assertThat(statement.execute("create table built_by_the_owner ()")).isFalse();
        }
        assertThat(open("keepers", "keeper", "k")).isEqualTo(access);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).doesNotContain("keeper");
    }

    @Test
    void userWhoMayNotIsToldWhatAnAdministratorMustRun() throws SQLException {
        dropRoles();
        assertThatThrownBy(() -> open("lodgers", "lodger", "l"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("create role gazouillis_worker login bypassrls");
    }

    @Test
    void userWhoFindsTheRolesButNotTheirPasswordsIsUsedForAllAndWarned() {
        open("keepers", "keeper", "k");
        DatabaseAccess access = open("lodgers", "lodger", "l");
        assertThat(access.app()).isEqualTo(access.worker()).isEqualTo(access.owner());
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("lodger", "row-level security");
    }

    @Test
    void rolesOfAnAdministratorAreTakenAsTheyAre() {
        Map<String, String> environment = Map.of(
                "GAZOUILLIS_DB_URL", "jdbc:postgresql://db.example/g",
                "GAZOUILLIS_DB_OWNER_PASSWORD", "o",
                "GAZOUILLIS_DB_APP_PASSWORD", "a",
                "GAZOUILLIS_DB_WORKER_PASSWORD", "w");
        DatabaseAccess access = new Databases(environment, Terminal.STANDARD)
                .open(new DataFolder(folder.resolve("ours")), new Stops(Terminal.STANDARD));
        assertThat(access.app()).isEqualTo(new Login("gazouillis_app", "a"));
    }

    @Test
    void wrongPasswordIsSaidInOneSentence() {
        assertThatThrownBy(() -> open("lodgers", "lodger", "guess"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("GAZOUILLIS_DB_PASSWORD");
    }

    private DatabaseAccess open(String database, String user, String password) {
        Terminal terminal = new Terminal(System.out, new PrintStream(complaints, true, StandardCharsets.UTF_8));
        Map<String, String> environment = Map.of(
                "GAZOUILLIS_DB_URL", outside.administrator(database).url(),
                "GAZOUILLIS_DB_USER", user,
                "GAZOUILLIS_DB_PASSWORD", password);
        return new Databases(environment, terminal).open(new DataFolder(folder.resolve("ours")), new Stops(terminal));
    }

    private void dropRoles() throws SQLException {
        for (String database : List.of("postgres", "keepers")) {
            for (String role : List.of("app", "worker", "owner")) {
                execute(
                        database,
                        "do $$ begin drop owned by gazouillis_" + role
                                + "; exception when undefined_object then null; end $$");
            }
        }
        execute("drop role if exists gazouillis_app, gazouillis_worker, gazouillis_owner");
    }

    private void execute(String sql) throws SQLException {
        execute("postgres", sql);
    }

    private void execute(String database, String sql) throws SQLException {
        DatabaseAccess administrator = outside.administrator(database);
        try (Connection connection = administrator.connect(administrator.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
