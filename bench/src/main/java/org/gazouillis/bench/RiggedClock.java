package org.gazouillis.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.gazouillis.database.DatabaseAccess;

/// A database in which it is whatever time one says: a `now()` of its own stands before PostgreSQL's in the search
/// path of the connections it gives, so that the application's own statements run unchanged on another day.
final class RiggedClock {
    private final DatabaseAccess access;

    private RiggedClock(DatabaseAccess access) {
        this.access = access;
    }

    static RiggedClock in(DatabaseAccess access) throws SQLException {
        RiggedClock clock = new RiggedClock(access);
        clock.execute("""
                create schema rig;
                create table rig.moment (at timestamptz not null);
                insert into rig.moment values (pg_catalog.now());
                create function rig.now() returns timestamptz language sql stable as 'select at from rig.moment';
                grant usage on schema rig to public;
                grant select on rig.moment to public;
                """);
        return clock;
    }

    /// Connections of the worker's role that live by this clock.
    DataSource worker() {
        String separator = access.url().contains("?") ? "&" : "?";
        String url = access.url() + separator + "options=-c%20search_path=rig,public,pg_catalog";
        return Pool.of(access.withUrl(url), access.worker());
    }

    void set(Instant now) throws SQLException {
        execute("update rig.moment set at = '" + now + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = access.connect(access.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
