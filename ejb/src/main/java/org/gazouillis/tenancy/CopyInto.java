package org.gazouillis.tenancy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/// Many rows into a table by `COPY`, the cheapest way there is.
public final class CopyInto {
    private CopyInto() {}

    /// In the handle's transaction.
    ///
    /// @param table with its columns, as in `link_day (link_id, day)`
    /// @param rows in COPY's text format: a line each, tabs between the columns; each column is escaped already
    public static void rows(Handle handle, String table, CharSequence rows) {
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
        } catch (SQLException refused) {
            throw new IllegalStateException("The rows of " + table + " were not stored", refused);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading a text cannot fail", impossible);
        }
    }
}
