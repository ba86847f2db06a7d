package org.gazouillis.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The three roles of the application, with passwords from a `Secrets` folder.
///
/// `gazouillis_owner` owns the schema and migrates it. `gazouillis_app` serves members and is held by row-level
/// security. `gazouillis_worker` publishes, indexes and sums up for all tenants and passes row-level security. What
/// each may do with a table is said by the migration that makes the table.
public final class Roles {
    private final Secrets secrets;

    public Roles(Secrets secrets) {
        this.secrets = secrets;
    }

    /// How to reach `url` as these roles.
    public DatabaseAccess access(String url) {
        return new DatabaseAccess(url, login("owner"), login("app"), login("worker"));
    }

    /// Creates the roles where they are missing and sets their passwords. The connection's user must be allowed to.
    public void create(Connection admin) throws SQLException {
        create(admin, login("owner"), "nosuperuser nobypassrls");
        create(admin, login("app"), "nosuperuser nobypassrls");
        create(admin, login("worker"), "nosuperuser bypassrls");
    }

    /// Creates a database that belongs to the owner, unless it exists.
    ///
    /// @param template an existing database to copy, `template1` for an empty one
    public static void createDatabase(Connection admin, String name, String template) throws SQLException {
        if (!exists(admin, "select from pg_database where datname = ?", name)) {
            // A copy of the files need not go through the log.
            execute(
                    admin,
                    "create database " + name + " template " + template + " strategy file_copy owner gazouillis_owner");
            execute(admin, "revoke all on database " + name + " from public");
            execute(admin, "grant connect, temporary on database " + name + " to gazouillis_app, gazouillis_worker");
        }
    }

    /// Lets the owner build its tables in an existing database that belongs to somebody else.
    public static void admit(Connection admin) throws SQLException {
        String database = "\"" + admin.getCatalog().replace("\"", "\"\"") + "\"";
        execute(
                admin,
                "grant connect, temporary on database " + database
                        + " to gazouillis_owner, gazouillis_app, gazouillis_worker");
        execute(admin, "grant create on database " + database + " to gazouillis_owner");
        execute(admin, "grant usage, create on schema public to gazouillis_owner");
        execute(admin, "grant usage on schema public to gazouillis_app, gazouillis_worker");
    }

    /// Whether all three are there.
    public static boolean exist(Connection connection) throws SQLException {
        String query = "select from pg_roles where rolname like ? having count(*) = 3";
        return exists(connection, query, "gazouillis\\_%");
    }

    /// What somebody with more rights would run in our place.
    public static String forAnAdministrator(String database) {
        return """
                create role gazouillis_owner login password '...';
                create role gazouillis_app login password '...';
                create role gazouillis_worker login bypassrls password '...';
                alter database "%s" owner to gazouillis_owner;
                """.replace("%s", database);
    }

    private Login login(String role) {
        return new Login("gazouillis_" + role, secrets.password("database-" + role));
    }

    private static void create(Connection admin, Login login, String attributes) throws SQLException {
        boolean known = exists(admin, "select from pg_roles where rolname = ?", login.user());
        // Only a superuser may alter the attributes, even to what they are.
        String verb = known ? "alter role " + login.user() : "create role " + login.user() + " login " + attributes;
        // A password of ours has no character that a literal must escape (see Secrets).
        execute(admin, verb + " password '" + login.password() + "'");
    }

    private static boolean exists(Connection admin, String query, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection admin, String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
