package org.gazouillis.tenancy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Many rows into a table by `COPY`, the cheapest way there is. The database stores what it has while the next part is
/// made; until [#end] the connection takes nothing else.
public final class CopyInto implements AutoCloseable {
    private final String table;
    private final CopyIn copying;

    private CopyInto(String table, CopyIn copying) {
        this.table = table;
        this.copying = copying;
    }

    /// In the handle's transaction.
    ///
    /// @param table with its columns, as in `link_day (link_id, day)`
    public static CopyInto begin(Handle handle, String table) {
        try {
            var copies = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
            return new CopyInto(table, copies.copyIn("copy " + table + " from stdin"));
        } catch (SQLException refused) {
            throw refused(table, refused);
        }
    }

    /// All at once.
    ///
    /// @param table with its columns
    /// @param rows as [#send] takes them
    public static void rows(Handle handle, String table, CharSequence rows) {
        try (CopyInto copy = begin(handle, table)) {
            copy.send(rows);
            copy.end();
        }
    }

    /// @param rows in COPY's text format: a line each, tabs between the columns; each column is escaped already
    public void send(CharSequence rows) {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        try {
            copying.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException refused) {
            throw refused(table, refused);
        }
    }

    /// That was all: waits until the database has stored it.
    public void end() {
        try {
            copying.endCopy();
        } catch (SQLException refused) {
            throw refused(table, refused);
        }
    }

    /// What was not ended is undone with its transaction.
    @Override
    public void close() {
        try {
            if (copying.isActive()) {
                copying.cancelCopy();
            }
        } catch (SQLException refused) {
            throw refused(table, refused);
        }
    }

    private static IllegalStateException refused(String table, SQLException refused) {
        return new IllegalStateException("The rows of " + table + " were not stored", refused);
    }
}
