package org.gazouillis.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.report.EngagementExport;
import org.gazouillis.report.ExportTrail;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.tenancy.Sql;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/// The JVM that exports, for [ExportBench]: each round prints `ours copy peak`, rows a second and megabytes.
final class ExportRounds {
    static final String PASSWORD = "EXPORT_BENCH_PASSWORD";

    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2030-01-01T00:00:00Z");
    private static final String COPY = """
            copy (select post_id, status_id, profile_id, campaign_id,
                         (date_part('epoch', planned_at) * 1000000)::bigint,
                         (date_part('epoch', created_at) * 1000000)::bigint, zone, text,
                         impressions, reach, likes, replies, reposts, quotes, bookmarks, link_clicks,
                         profile_clicks, hashtag_clicks, detail_expands, media_engagements, follows, engagements,
                         (date_part('epoch', as_of) * 1000000)::bigint
                  from status_performance
                  where workspace_id = 1 and brand_id = 2 and created_at >= '2025-01-01Z' and created_at < '2030-01-01Z'
                  order by status_id) to stdout (format csv)
            """;

    private final String url;
    private final String user;
    private final String password;
    private final long rows;

    private ExportRounds(String url, String user, long rows) {
        this.url = url;
        this.user = user;
        this.rows = rows;
        password = System.getenv(PASSWORD);
    }

    /// @param arguments URL, user, number of rounds, rows that each must give
    public static void main(String[] arguments) throws IOException, SQLException {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var rounds = new ExportRounds(arguments[0], arguments[1], Long.parseLong(arguments[3]));
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            Heap.forgetPeak();
            var ours = rounds.ours();
            var peak = Heap.peakMegabytes();
            out.printf(Locale.ROOT, "%.1f %.1f %.1f%n", ours, rounds.copy(), peak);
        }
    }

    private double ours() throws IOException {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        var current = new CurrentMember();
        current.become(ExportGround.OWNER);
        source.setOptions("-c app.workspace=1 -c app.brands={2}");
        var db = Sql.over(source);
        var clock = Clock.systemUTC();
        var trail = new ExportTrail(db, new AuditTrail(new TimeOrderedIds(clock, 1), clock));
        var address = new PublicAddress("https://gazouillis.example");
        var export = new EngagementExport(new Permissions(current), new Snapshots(db), trail, address);
        var start = System.nanoTime();
        return rate(export.write(new BrandId(ExportGround.BRAND), FROM, TO, OutputStream.nullOutputStream()), start);
    }

    private double copy() throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            scope(connection);
            var start = System.nanoTime();
            return rate(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, OutputStream.nullOutputStream()),
                    start);
        }
    }

    private static void scope(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.workspace', '1', true), set_config('app.brands', '{2}', true)");
        }
    }

    private double rate(long written, long start) {
        if (written != rows) {
            throw new IllegalStateException("Exported " + written + " of " + rows + " rows.");
        }
        return written / ((System.nanoTime() - start) / 1e9);
    }
}
