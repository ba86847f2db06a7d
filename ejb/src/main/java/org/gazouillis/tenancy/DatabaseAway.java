package org.gazouillis.tenancy;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a database that cannot be reached at the moment from one that refuses what it was asked.
public final class DatabaseAway {
    private static final int DEPTH = 16;
    /// PostgreSQL is stopping, crashed or starting, or has no connection left.
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");
    /// The class of SQL's connection exceptions.
    private static final String CONNECTION = "08";
    /// The server's pool had none to give; the driver's reason does not always stand behind it.
    private static final String NO_CONNECTION = "IJ000453";

    private DatabaseAway() {}

    /// Whether that is what lies at the bottom of it.
    public static boolean isBehind(@Nullable Throwable thrown) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEPTH; depth++, each = each.getCause()) {
            if (each instanceof SQLException refused && isAway(refused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        return state.startsWith(CONNECTION)
                || STATES.contains(state)
                || String.valueOf(refused.getMessage()).contains(NO_CONNECTION);
    }
}
