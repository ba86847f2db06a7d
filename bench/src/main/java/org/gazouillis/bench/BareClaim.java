package org.gazouillis.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.publish.Claim;
import org.gazouillis.publish.Publisher;

/// The statement itself, sent by hand.
record BareClaim(Connection connection, TimeOrderedIds ids) {
    private static final String SQL = Claim.due(Publisher.BATCH).replaceAll("(?<!:):(first|most)", "?");

    double rate(int posts) throws SQLException {
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        int left = posts;
        while (left > 0) {
            left -= once();
        }
        return posts / ((System.nanoTime() - start) / 1e9);
    }

    /// One batch; gives how many posts it took.
    int once() throws SQLException {
        long first = ids.reserve(Claim.ids(Publisher.BATCH));
        long most = (long) Publisher.BATCH * Claim.MOST_ACCOUNTS;
        // In the order in which the names stand in the statement.
        Object[] values = {most, first, first, most, first, most, first, most};
        try (var statement = connection.prepareStatement(SQL)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                int taken = row.getInt("taken");
                connection.commit();
                return taken;
            }
        }
    }
}
