package org.gazouillis.bench.chaos;

import java.time.Duration;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.publish.Patience;

/// The product's times, about eight times faster, so that a run ends the same day.
final class Pace {
    /// How long a call may last.
    static final Duration CALL = Duration.ofMillis(1_200);

    static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(8),
            Duration.ofSeconds(3),
            Duration.ofMillis(250),
            Duration.ofMillis(1_500),
            Duration.ofMillis(800),
            Duration.ofSeconds(10));

    /// Not faster: how long the server's pools for publishing and the database wait for each other, see
    /// `configure.cli`.
    private static final String WAITS = "?socketTimeout=10&connectTimeout=5&tcpKeepAlive=true"
            + "&options=-c%20idle_in_transaction_session_timeout=10s";

    private Pace() {}

    static DatabaseAccess waiting(DatabaseAccess access) {
        return access.withUrl(access.url() + WAITS);
    }
}
