package org.gazouillis.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/// DuckDB on the same raw events: what an analyst would take to slice them, columns in memory and all cores at work.
final class DuckPages implements AutoCloseable {
    /// Counts that every page shows.
    private static final String COUNTS = "count(*) filter (where kind = 'VIEW') as views, "
            + "count(*) filter (where kind = 'VIEW' and anonymous) as anonymous_views, "
            + "count(*) filter (where kind = 'LIKE') as likes, count(*) filter (where kind = 'REPOST') as reposts, "
            + "count(*) filter (where kind = 'REPLY') as replies";
    private static final String PEOPLE =
            "count(distinct person_no) filter (where kind = 'VIEW' and not anonymous) as reach, "
                    + "count(distinct person_no) filter (where kind = 'VIEW' and anonymous) as anonymous_reach, "
                    + "count(distinct person_no) filter (where kind <> 'VIEW') as engaged";

    private final Connection connection;

    DuckPages(Path events, Path statuses) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("set TimeZone = 'UTC'");
        // Of a hundred million events 6 GB stay in memory; sorting them would take 9 more.
        execute("set memory_limit = '12GB'");
        execute("set temp_directory = '" + events.resolveSibling("duck") + "'");
        execute("create table event as select * from read_csv('" + events
                + "', types = {'kind': 'VARCHAR', 'happened': 'TIMESTAMP', 'person_no': 'INTEGER', 'anonymous': 'BOOLEAN'})"
                + " order by brand_id, happened");
        execute("create table status as select * from read_csv('" + statuses
                + "', types = {'tags': 'VARCHAR', 'created_at': 'TIMESTAMP'})");
    }

    /// By day or hour of the brand's clock and in all, of what the condition says.
    List<String> period(String condition, String step, String from, String to) {
        String where = String.format(
                Locale.ROOT, " from event where %s and happened >= '%s' and happened < '%s'", condition, from, to);
        return List.of(
                "select date_trunc('" + step + "', happened at time zone 'UTC' at time zone 'Europe/Paris') as bucket, "
                        + COUNTS + ", " + PEOPLE + where + " group by 1 order by 1",
                "select " + COUNTS + ", " + PEOPLE + where);
    }

    String byPost(String condition, String from, String to) {
        return String.format(
                Locale.ROOT,
                "select status_id, %s from event where %s and happened >= '%s' and happened < '%s' group by 1",
                COUNTS,
                condition,
                from,
                to);
    }

    /// All that posts gathered which were published in the period.
    String byPublished(String from, String to) {
        return String.format(
                Locale.ROOT,
                "select s.id, s.created_at, %s, %s from status s join event e on e.status_id = s.id"
                        + " where s.brand_id = 1 and s.created_at >= '%s' and s.created_at < '%s' group by 1, 2",
                COUNTS,
                PEOPLE,
                from,
                to);
    }

    String byHashtag(String from, String to) {
        return String.format(
                Locale.ROOT,
                "select tag, %s, %s from event e join (select id, unnest(string_split(tags, ' ')) as tag from status) t"
                        + " on t.id = e.status_id where e.brand_id = 1 and happened >= '%s' and happened < '%s' group by 1",
                COUNTS,
                PEOPLE,
                from,
                to);
    }

    /// @return milliseconds until every row was read
    double millis(List<String> queries) throws SQLException {
        long start = System.nanoTime();
        for (String query : queries) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    rows.getObject(columns);
                }
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
