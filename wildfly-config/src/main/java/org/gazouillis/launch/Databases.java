package org.gazouillis.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.database.Login;
import org.gazouillis.database.PostgresSettings;
import org.gazouillis.database.Roles;

/// Finds the database of a run: the one that the environment names, else an embedded one in the data folder.
record Databases(Map<String, String> environment, Terminal terminal) {
    private static final String URL = "GAZOUILLIS_DB_URL";

    DatabaseAccess open(DataFolder data, Stops stops) {
        String url = environment.get(URL);
        return url == null ? embedded(data, stops) : outside(url, data);
    }

    private static DatabaseAccess embedded(DataFolder data, Stops stops) {
        EmbeddedDatabase database = EmbeddedDatabase.start(data.database(), data.secrets(), PostgresSettings.durable());
        stops.last(database);
        return database.access();
    }

    private DatabaseAccess outside(String url, DataFolder data) {
        Login user = login("GAZOUILLIS_DB_USER", "gazouillis", "GAZOUILLIS_DB_PASSWORD");
        if (environment.containsKey("GAZOUILLIS_DB_APP_PASSWORD")) {
            return prepared(url);
        }
        try (Connection connection = DriverManager.getConnection(url, user.user(), user.password())) {
            return withRoles(connection, url, new Roles(data.secrets()), user);
        } catch (SQLException e) {
            throw new Refused("The database " + url + " does not let " + user + " in: " + e.getMessage()
                    + ". Check GAZOUILLIS_DB_URL, GAZOUILLIS_DB_USER and GAZOUILLIS_DB_PASSWORD.");
        }
    }

    /// The three roles as an administrator made them.
    private DatabaseAccess prepared(String url) {
        return new DatabaseAccess(
                url,
                login("GAZOUILLIS_DB_OWNER_USER", "gazouillis_owner", "GAZOUILLIS_DB_OWNER_PASSWORD"),
                login("GAZOUILLIS_DB_APP_USER", "gazouillis_app", "GAZOUILLIS_DB_APP_PASSWORD"),
                login("GAZOUILLIS_DB_WORKER_USER", "gazouillis_worker", "GAZOUILLIS_DB_WORKER_PASSWORD"));
    }

    private Login login(String user, String otherwise, String password) {
        return new Login(environment.getOrDefault(user, otherwise), environment.getOrDefault(password, ""));
    }

    private DatabaseAccess withRoles(Connection connection, String url, Roles roles, Login user) throws SQLException {
        connection.setAutoCommit(false);
        try {
            roles.create(connection);
            Roles.admit(connection);
            connection.commit();
            return roles.access(url);
        } catch (SQLException refused) {
            connection.rollback();
            return withoutRoles(connection, url, user);
        }
    }

    /// The schema speaks of the roles, so they must be there, even if nobody signs in as them.
    private DatabaseAccess withoutRoles(Connection connection, String url, Login user) throws SQLException {
        if (!Roles.exist(connection)) {
            throw new Refused(user + " may not create roles in " + url + ". Let an administrator run this once, with"
                    + " passwords of yours, and hand those over as GAZOUILLIS_DB_OWNER_PASSWORD,"
                    + " GAZOUILLIS_DB_APP_PASSWORD and GAZOUILLIS_DB_WORKER_PASSWORD:\n"
                    + Roles.forAnAdministrator(connection.getCatalog()));
        }
        terminal.complain("warning: " + user + " may not set the passwords of gazouillis_owner, gazouillis_app and"
                + " gazouillis_worker. Everything runs as " + user + ", without the second wall of row-level"
                + " security.");
        return new DatabaseAccess(url, user, user, user);
    }
}
