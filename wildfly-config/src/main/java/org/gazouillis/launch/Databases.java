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
        Login user = new Login(
                environment.getOrDefault("GAZOUILLIS_DB_USER", "gazouillis"),
                environment.getOrDefault("GAZOUILLIS_DB_PASSWORD", ""));
        try (Connection connection = DriverManager.getConnection(url, user.user(), user.password())) {
            return withRoles(connection, url, new Roles(data.secrets()), user);
        } catch (SQLException e) {
            throw new Refused("The database " + url + " does not let " + user + " in: " + e.getMessage()
                    + ". Check GAZOUILLIS_DB_URL, GAZOUILLIS_DB_USER and GAZOUILLIS_DB_PASSWORD.");
        }
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
            terminal.complain("warning: " + user + " may not create the roles gazouillis_owner, gazouillis_app and"
                    + " gazouillis_worker ("
                    + refused.getSQLState()
                    + "). Everything runs as " + user + ", without the second wall of row-level security.");
            return new DatabaseAccess(url, user, user, user);
        }
    }
}
