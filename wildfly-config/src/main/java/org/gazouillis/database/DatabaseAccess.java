package org.gazouillis.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// How to reach one database as each of its three roles.
///
/// @param url a JDBC URL without user or password
/// @param owner owns the schema and runs the migrations
/// @param app serves members; row-level security applies to it
/// @param worker works in the background for all tenants; it passes row-level security
public record DatabaseAccess(String url, Login owner, Login app, Login worker) {

    /// The same roles on another database of the same server.
    public DatabaseAccess withUrl(String otherUrl) {
        return new DatabaseAccess(otherUrl, owner, app, worker);
    }

    /// Opens a connection; the caller closes it.
    public Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }
}
