package org.gazouillis.report;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.reports.RowSink;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one brand's engagement report through cursors. Instants come as microseconds and names from
/// maps: the server's formatting was the dearest part of an export.
final class EngagementRows {
    private static final int FETCH = 5_000;
    private static final String OWN = """
            select post_id, status_id, profile_id, campaign_id,
                   (date_part('epoch', planned_at) * 1000000)::bigint as planned_at,
                   (date_part('epoch', created_at) * 1000000)::bigint as published_at, zone, text,
                   impressions, reach, likes, replies, reposts, follows, engagements,
                   (date_part('epoch', as_of) * 1000000)::bigint as as_of
            from status_performance
            where workspace_id = :workspace and brand_id = :brand and created_at >= :from and created_at < :to
            order by status_id
            """;
    private static final String IMPORTED = """
            select foreign_id, id as status_id, author, campaign,
                   (date_part('epoch', created_at) * 1000000)::bigint as published_at, text, permalink,
                   impressions, likes, replies, reposts, quotes, bookmarks, link_clicks, profile_clicks, detail_expands,
                   media_engagements, follows, engagements,
                   (date_part('epoch', imported_at) * 1000000)::bigint as as_of, source
            from imported_status
            where workspace_id = :workspace and brand_id = :brand and created_at >= :from and created_at < :to
            order by created_at, id
            """;

    private final PublicAddress address;
    private final Handle handle;
    private final WorkspaceId workspace;
    private final BrandId brand;
    private final ZoneId zone;
    private final Map<Long, String> accounts;
    private final Map<Long, String> campaigns;

    EngagementRows(Handle handle, WorkspaceId workspace, BrandId brand, PublicAddress address) {
        this.address = address;
        this.handle = handle;
        this.workspace = workspace;
        this.brand = brand;
        zone = ZoneId.of(handle.createQuery("select zone from brand where workspace_id = :workspace and id = :brand")
                .bind("workspace", workspace)
                .bind("brand", brand)
                .mapTo(String.class)
                .one());
        accounts = names("select profile_id as id, handle as name from social_account"
                + " where workspace_id = :workspace and brand_id = :brand and profile_id is not null");
        campaigns = names("select id, name from campaign where workspace_id = :workspace and brand_id = :brand");
    }

    /// The brand's zone.
    ZoneId zone() {
        return zone;
    }

    void pourInto(RowSink sink, TimeRange published) throws IOException {
        pour(sink, published, OWN, (row, context) -> own(row));
        pour(sink, published, IMPORTED, (row, context) -> imported(row));
    }

    private void pour(RowSink sink, TimeRange published, String sql, RowMapper<@Nullable Object[]> mapper)
            throws IOException {
        try (var query = handle.createQuery(sql)) {
            query.setFetchSize(FETCH)
                    .bind("workspace", workspace)
                    .bind("brand", brand)
                    .bind("from", published.from())
                    .bind("to", published.to());
            try (var rows = query.map(mapper).iterator()) {
                while (rows.hasNext()) {
                    sink.row(rows.next());
                }
            }
        }
    }

    private @Nullable Object[] own(ResultSet row) throws SQLException {
        var impressions = count(row, "impressions");
        var engagements = count(row, "engagements");
        var planned = row.getString("zone");
        return new @Nullable Object[] {
            row.getString("post_id"),
            row.getString("status_id"),
            "gazouillis",
            accounts.get(row.getLong("profile_id")),
            campaigns.get(row.getLong("campaign_id")),
            instant(row, "planned_at"),
            instant(row, "published_at"),
            planned == null ? zone.getId() : planned,
            row.getString("text"),
            address.status(new StatusId(row.getLong("status_id"))),
            impressions,
            count(row, "reach"),
            count(row, "likes"),
            count(row, "replies"),
            count(row, "reposts"),
            null,
            null,
            null,
            null,
            null,
            null,
            count(row, "follows"),
            engagements,
            rate(engagements, impressions),
            instant(row, "as_of"),
            "gazouillis",
            EngagementColumn.VERSION
        };
    }

    private @Nullable Object[] imported(ResultSet row) throws SQLException {
        var impressions = count(row, "impressions");
        var engagements = count(row, "engagements");
        var source = row.getString("source");
        return new @Nullable Object[] {
            row.getString("foreign_id"),
            row.getString("status_id"),
            source.equals("x") ? source : null,
            row.getString("author"),
            row.getString("campaign"),
            null,
            instant(row, "published_at"),
            zone.getId(),
            row.getString("text"),
            row.getString("permalink"),
            impressions,
            null,
            count(row, "likes"),
            count(row, "replies"),
            count(row, "reposts"),
            count(row, "quotes"),
            count(row, "bookmarks"),
            count(row, "link_clicks"),
            count(row, "profile_clicks"),
            count(row, "detail_expands"),
            count(row, "media_engagements"),
            count(row, "follows"),
            engagements,
            rate(engagements, impressions),
            instant(row, "as_of"),
            source,
            EngagementColumn.VERSION
        };
    }

    private static @Nullable Long count(ResultSet row, String column) throws SQLException {
        long count = row.getLong(column);
        return row.wasNull() ? null : count;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    private static @Nullable Double rate(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null || whole == 0 ? null : (double) part / whole;
    }

    private Map<Long, String> names(String sql) {
        return handle.createQuery(sql)
                .bind("workspace", workspace)
                .bind("brand", brand)
                .reduceRows(new HashMap<Long, String>(), (names, row) -> {
                    names.put(row.getColumn("id", Long.class), row.getColumn("name", String.class));
                    return names;
                });
    }
}
