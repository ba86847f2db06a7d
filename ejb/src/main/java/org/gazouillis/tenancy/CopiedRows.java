package org.gazouillis.tenancy;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.PSQLState;

/// Reads a long result by `COPY (query) TO STDOUT`: the server goes on sending while the reader works. A cursor is
/// fetched by portions, between which the server waits for the reader, or the reader for the server.
public final class CopiedRows {
    private CopiedRows() {}

    /// Gives each row of the query to `reader`, in order. `COPY` knows no parameters: write only numbers and instants
    /// into the query, never what people typed.
    ///
    /// @throws X when the reader fails; the rest of the result is given up
    public static <X extends Exception> void read(Handle handle, String query, Reader<X> reader) throws X {
        try {
            var connection = handle.getConnection().unwrap(PGConnection.class);
            CopyOut copy = connection.getCopyAPI().copyOut("copy (" + query + ") to stdout");
            try {
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    reader.row(new CopiedRow(row));
                }
            } finally {
                if (copy.isActive()) {
                    giveUp(connection, copy);
                }
            }
        } catch (SQLException refused) {
            throw new CopyBroken(refused);
        }
    }

    /// What the server still sends is read, until it says that it stopped. `CopyOut.cancelCopy` leaves that to the next
    /// statement, which then fails in its stead.
    private static void giveUp(PGConnection connection, CopyOut copy) throws SQLException {
        connection.cancelQuery();
        try {
            while (copy.readFromCopy() != null) {
                // not wanted any more
            }
        } catch (SQLException stopped) {
            if (!PSQLState.QUERY_CANCELED.getState().equals(stopped.getSQLState())) {
                throw stopped;
            }
        }
    }

    /// Who takes the rows.
    public interface Reader<X extends Exception> {
        void row(CopiedRow row) throws X;
    }

    private static final class CopyBroken extends JdbiException {
        private static final long serialVersionUID = 1L;

        CopyBroken(SQLException cause) {
            super("A result could not be read to its end: " + cause.getMessage(), cause);
        }
    }
}
