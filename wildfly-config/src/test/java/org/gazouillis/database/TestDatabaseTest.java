package org.gazouillis.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestDatabaseTest {
    private final TestDatabase databases = TestDatabase.shared();

    @Test
    void everyCallGivesAnotherDatabase() {
        assertThat(databases.empty().url()).isNotEqualTo(databases.empty().url());
    }

    @Test
    void copiesShareTheirPreparationAndNothingElse() throws SQLException {
        AtomicInteger preparations = new AtomicInteger();
        DatabaseAccess first = databases.copyOf("shared_preparation", access -> prepare(access, preparations));
        DatabaseAccess second = databases.copyOf("shared_preparation", access -> prepare(access, preparations));
        execute(first, first.app(), "insert into note values ('only here')");
        assertThat(ask(first, first.app(), "select count(*) from note")).isEqualTo("1");
        assertThat(ask(second, second.app(), "select count(*) from note")).isEqualTo("0");
        assertThat(preparations).hasValue(1);
    }

    @Test
    void rowLevelSecurityHoldsTheApplicationAndNotTheWorkers() throws SQLException {
        DatabaseAccess database = databases.empty();
        execute(database, database.owner(), "create table note (text text)");
        execute(database, database.owner(), "grant select, insert on note to gazouillis_app, gazouillis_worker");
        execute(database, database.owner(), "alter table note enable row level security");
        execute(database, database.worker(), "insert into note values ('behind the wall')");
        assertThat(ask(database, database.worker(), "select count(*) from note"))
                .isEqualTo("1");
        assertThat(ask(database, database.app(), "select count(*) from note")).isEqualTo("0");
    }

    @Test
    void applicationCannotChangeTheSchema() {
        DatabaseAccess database = databases.empty();
        assertThatThrownBy(() -> execute(database, database.app(), "create table mine (text text)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        DatabaseAccess database = databases.empty();
        assertThatThrownBy(() -> database.connect(new Login("gazouillis_app", "guess")))
                .hasMessageContaining("password authentication failed");
    }

    private static void prepare(DatabaseAccess access, AtomicInteger preparations) {
        preparations.incrementAndGet();
        try {
            execute(access, access.owner(), "create table note (text text)");
            execute(access, access.owner(), "grant select, insert on note to gazouillis_app");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(DatabaseAccess database, Login login, String sql) throws SQLException {
        try (Connection connection = database.connect(login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DatabaseAccess database, Login login, String sql) throws SQLException {
        try (Connection connection = database.connect(login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
