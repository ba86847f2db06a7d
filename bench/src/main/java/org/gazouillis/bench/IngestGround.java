package org.gazouillis.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.postgresql.PGConnection;

/// Published posts that are seen, profiles that see them, and beside `engagement` a plain table of the same shape and
/// indexes.
final class IngestGround {
    static final int STATUSES = 2_000;
    static final int PROFILES = 5_000;
    private static final int ROWS = 5_000;
    private static final String COLUMNS =
            "workspace_id, brand_id, profile_id, status_id, post_id, campaign_id, kind, person_no, anonymous, at";

    private final PublishGround ground;

    IngestGround(PublishGround ground) {
        this.ground = ground;
    }

    StatusId status(int number) {
        return new StatusId(1 + number);
    }

    /// Behind those of the brands.
    static long profile(int number) {
        return 10_000L + number;
    }

    void plant() throws SQLException {
        ground.plan(STATUSES, Instant.parse("2026-01-01T00:00:00Z"), Duration.ZERO);
        ground.worker().useHandle(handle -> {
            handle.execute("""
                    insert into publication (workspace_id, id, post_id, brand_id, account_id, network, profile_id, state,
                      status_id, published_at)
                    select 1, id, id, brand_id, brand_id, 'gazouillis', brand_id, 'CONFIRMED',
                      row_number() over (order by id), now() from post
                    """);
            handle.execute("""
                    insert into status (id, profile_id, text, lang, created_at, conversation_id)
                    select status_id, profile_id, 'What is new', 'en', now(), status_id from publication
                    """);
            handle.execute("""
                    insert into profile (id, handle, name, created_at, active_at)
                    select ? + n, 'reader_' || n, 'Reader', now(), now() from generate_series(0, ? - 1) n
                    """, profile(0), PROFILES);
        });
        try (Connection owner = ground.access().connect(ground.access().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create table bench_engagement (like engagement including all)");
            statement.execute("grant insert, select on bench_engagement to gazouillis_worker");
            statement.execute("analyze");
        }
    }

    /// The youngest transaction's number.
    String mark() {
        return ground.worker()
                .withHandle(handle -> handle.createQuery("select pg_current_xact_id()::text")
                        .mapTo(String.class)
                        .one());
    }

    /// What came since, as `COPY` takes it, some thousand rows each.
    List<byte[]> rowsSince(String mark) throws SQLException, IOException {
        List<byte[]> batches = new ArrayList<>();
        try (Connection worker = ground.access().connect(ground.access().worker())) {
            var copy = worker.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + COLUMNS + " from engagement where xid > '" + mark + "') to stdout");
            StringBuilder batch = new StringBuilder();
            int rows = 0;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                batch.append(new String(row, StandardCharsets.UTF_8));
                if (++rows % ROWS == 0) {
                    batches.add(take(batch));
                }
            }
            batches.add(take(batch));
        }
        return batches;
    }

    private static byte[] take(StringBuilder batch) {
        byte[] bytes = batch.toString().getBytes(StandardCharsets.UTF_8);
        batch.setLength(0);
        return bytes;
    }

    /// Each batch in a transaction of its own, into the plain table.
    void copy(List<byte[]> batches) {
        ground.worker().useHandle(handle -> {
            for (byte[] batch : batches) {
                handle.useTransaction(each -> copy(each.getConnection(), batch));
            }
        });
    }

    private static void copy(Connection connection, byte[] batch) {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_engagement (" + COLUMNS + ") from stdin", new ByteArrayInputStream(batch));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
