package org.gazouillis.report;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.reports.RowSink;
import org.gazouillis.tenancy.CopiedRow;
import org.gazouillis.tenancy.CopiedRows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one brand's engagement report. Instants come as microseconds and names from maps: the server's
/// formatting was the dearest part of an export. A query gives first what more than one cell is made of, then the cells
/// in the order of the report.
final class EngagementRows {
    private static final String OWN = """
            select status_id, impressions, engagements,
                   post_id, profile_id, campaign_id, (date_part('epoch', planned_at) * 1000000)::bigint,
                   (date_part('epoch', created_at) * 1000000)::bigint, zone, text,
                   reach, likes, replies, reposts, bookmarks, link_clicks, profile_clicks, hashtag_clicks, detail_expands,
                   media_engagements, follows, (date_part('epoch', as_of) * 1000000)::bigint
            from status_performance
            where workspace_id = %d and brand_id = %d
              and created_at >= timestamptz 'epoch' + interval '%d microseconds'
              and created_at < timestamptz 'epoch' + interval '%d microseconds'
            order by status_id
            """;
    private static final String IMPORTED = """
            select source, impressions, engagements,
                   foreign_id, id, author, campaign, (date_part('epoch', created_at) * 1000000)::bigint, text, permalink,
                   likes, replies, reposts, quotes, bookmarks, link_clicks, profile_clicks, hashtag_clicks,
                   detail_expands, media_engagements, follows, (date_part('epoch', imported_at) * 1000000)::bigint
            from imported_status
            where workspace_id = %d and brand_id = %d
              and created_at >= timestamptz 'epoch' + interval '%d microseconds'
              and created_at < timestamptz 'epoch' + interval '%d microseconds'
            order by created_at, id
            """;

    /// The same of the facts up to an instant, from the facts themselves: totals only know now.
    private static final String OWN_AS_OF = """
            with fact as (
              select status_id, count(*) filter (where kind = 'VIEW') as views,
                count(distinct person_no) filter (where kind = 'VIEW' and not anonymous) as reach,
                count(*) filter (where kind = 'LIKE') - count(*) filter (where kind = 'UNLIKE') as likes,
                count(*) filter (where kind = 'REPLY') - count(*) filter (where kind = 'UNREPLY') as replies,
                count(*) filter (where kind = 'REPOST') - count(*) filter (where kind = 'UNREPOST') as reposts,
                count(*) filter (where kind = 'BOOKMARK') - count(*) filter (where kind = 'UNBOOKMARK') as bookmarks,
                count(*) filter (where kind = 'CLICK') as link_clicks,
                count(*) filter (where kind = 'PROFILE_CLICK') as profile_clicks,
                count(*) filter (where kind = 'HASHTAG_CLICK') as hashtag_clicks,
                count(*) filter (where kind = 'DETAIL_EXPAND') as detail_expands,
                count(*) filter (where kind = 'MEDIA_ENGAGEMENT') as media_engagements,
                count(*) filter (where kind = 'FOLLOW') - count(*) filter (where kind = 'UNFOLLOW') as follows
              from engagement
              where workspace_id = %1$d and brand_id = %2$d and status_id is not null
                and at >= timestamptz 'epoch' + interval '%3$d microseconds'
                and at < timestamptz 'epoch' + interval '%5$d microseconds'
              group by status_id)
            select s.status_id, coalesce(f.views, 0),
                   coalesce(f.likes + f.replies + f.reposts + f.link_clicks + f.profile_clicks + f.hashtag_clicks
                     + f.detail_expands + f.media_engagements + f.follows, 0),
                   s.post_id, s.profile_id, s.campaign_id, (date_part('epoch', s.planned_at) * 1000000)::bigint,
                   (date_part('epoch', s.created_at) * 1000000)::bigint, s.zone, s.text,
                   coalesce(f.reach, 0), coalesce(f.likes, 0), coalesce(f.replies, 0), coalesce(f.reposts, 0),
                   coalesce(f.bookmarks, 0), coalesce(f.link_clicks, 0), coalesce(f.profile_clicks, 0),
                   coalesce(f.hashtag_clicks, 0), coalesce(f.detail_expands, 0), coalesce(f.media_engagements, 0),
                   coalesce(f.follows, 0), %5$d::bigint
            from status_performance s left join fact f on f.status_id = s.status_id
            where s.workspace_id = %1$d and s.brand_id = %2$d
              and s.created_at >= timestamptz 'epoch' + interval '%3$d microseconds'
              and s.created_at < timestamptz 'epoch' + interval '%4$d microseconds'
            order by s.status_id
            """;

    private final PublicAddress address;
    private final Handle handle;
    private final WorkspaceId workspace;
    private final BrandId brand;
    private final ZoneId zone;
    private final Map<Long, String> accounts;
    private final Map<Long, String> campaigns;

    EngagementRows(Handle handle, WorkspaceId workspace, BrandId brand, PublicAddress address) {
        this(handle, workspace, brand, address, zone(handle, workspace, brand));
    }

    /// @param zone stands where a status was not planned in one
    EngagementRows(Handle handle, WorkspaceId workspace, BrandId brand, PublicAddress address, ZoneId zone) {
        this.address = address;
        this.handle = handle;
        this.workspace = workspace;
        this.brand = brand;
        this.zone = zone;
        accounts = names("select profile_id as id, handle as name from social_account"
                + " where workspace_id = :workspace and brand_id = :brand and profile_id is not null");
        campaigns = names("select id, name from campaign where workspace_id = :workspace and brand_id = :brand");
    }

    private static ZoneId zone(Handle handle, WorkspaceId workspace, BrandId brand) {
        return ZoneId.of(handle.createQuery("select zone from brand where workspace_id = :workspace and id = :brand")
                .bind("workspace", workspace)
                .bind("brand", brand)
                .mapTo(String.class)
                .one());
    }

    /// The brand's zone.
    ZoneId zone() {
        return zone;
    }

    void pourInto(RowSink sink, TimeRange published) throws IOException {
        CopiedRows.<IOException>read(handle, within(OWN, published), row -> sink.row(own(row)));
        CopiedRows.<IOException>read(handle, within(IMPORTED, published), row -> sink.row(imported(row)));
    }

    /// The same of the facts that happened before `asOf`. Of what was imported only the newest figures are kept: a
    /// later import is late data.
    void pourInto(RowSink sink, TimeRange published, Instant asOf) throws IOException {
        String own = String.format(
                Locale.ROOT,
                OWN_AS_OF,
                workspace.value(),
                brand.value(),
                micros(published.from()),
                micros(published.to()),
                micros(asOf));
        CopiedRows.<IOException>read(handle, own, row -> sink.row(own(row)));
        CopiedRows.<IOException>read(handle, within(IMPORTED, published), row -> sink.row(imported(row)));
    }

    private String within(String sql, TimeRange published) {
        return String.format(
                Locale.ROOT, sql, workspace.value(), brand.value(), micros(published.from()), micros(published.to()));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private @Nullable Object[] own(CopiedRow row) {
        var status = row.id();
        var impressions = row.number();
        var engagements = row.number();
        return new @Nullable Object[] {
            row.text(),
            Long.toString(status),
            "gazouillis",
            accounts.get(row.id()),
            campaigns.get(row.id()),
            row.instant(),
            row.instant(),
            Objects.requireNonNullElse(row.text(), zone.getId()),
            row.text(),
            address.status(new StatusId(status)),
            impressions,
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            null,
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            engagements,
            rate(engagements, impressions),
            row.instant(),
            "gazouillis",
            EngagementColumn.VERSION
        };
    }

    private @Nullable Object[] imported(CopiedRow row) {
        var source = row.text();
        var impressions = row.number();
        var engagements = row.number();
        return new @Nullable Object[] {
            row.text(),
            row.text(),
            "x".equals(source) ? source : null,
            row.text(),
            row.text(),
            null,
            row.instant(),
            zone.getId(),
            row.text(),
            row.text(),
            impressions,
            null,
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            row.number(),
            engagements,
            rate(engagements, impressions),
            row.instant(),
            source,
            EngagementColumn.VERSION
        };
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
