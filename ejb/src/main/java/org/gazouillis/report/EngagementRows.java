package org.gazouillis.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.CopiedRow;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one brand's engagement report. Instants come as microseconds and names from maps: the server's
/// formatting was the dearest part of an export. A query gives first what more than one cell is made of, then the cells
/// in the order of the report.
final class EngagementRows {
    private static final String OWN = """
            select status_id, impressions, engagements,
                   post_id, profile_id, campaign_id, (date_part('epoch', planned_at) * 1000000)::bigint,
                   (date_part('epoch', created_at) * 1000000)::bigint, zone, text,
                   reach, likes, replies, reposts, quotes, bookmarks, link_clicks, profile_clicks, hashtag_clicks,
                   detail_expands, media_engagements, follows, (date_part('epoch', as_of) * 1000000)::bigint
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
                count(*) filter (where kind = 'QUOTE') - count(*) filter (where kind = 'UNQUOTE') as quotes,
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
                   coalesce(f.likes + f.replies + f.reposts + f.quotes + f.link_clicks + f.profile_clicks
                     + f.hashtag_clicks + f.detail_expands + f.media_engagements + f.follows, 0),
                   s.post_id, s.profile_id, s.campaign_id, (date_part('epoch', s.planned_at) * 1000000)::bigint,
                   (date_part('epoch', s.created_at) * 1000000)::bigint, s.zone, s.text,
                   coalesce(f.reach, 0), coalesce(f.likes, 0), coalesce(f.replies, 0), coalesce(f.reposts, 0),
                   coalesce(f.quotes, 0), coalesce(f.bookmarks, 0), coalesce(f.link_clicks, 0),
                   coalesce(f.profile_clicks, 0), coalesce(f.hashtag_clicks, 0), coalesce(f.detail_expands, 0),
                   coalesce(f.media_engagements, 0), coalesce(f.follows, 0), %5$d::bigint
            from status_performance s left join fact f on f.status_id = s.status_id
            where s.workspace_id = %1$d and s.brand_id = %2$d
              and s.created_at >= timestamptz 'epoch' + interval '%3$d microseconds'
              and s.created_at < timestamptz 'epoch' + interval '%4$d microseconds'
            order by s.status_id
            """;

    private final WorkspaceId workspace;
    private final BrandId brand;
    private final EngagementNames names;

    EngagementRows(WorkspaceId workspace, BrandId brand, EngagementNames names) {
        this.workspace = workspace;
        this.brand = brand;
        this.names = names;
    }

    /// Own statuses, then imported ones.
    List<RowPart> parts(TimeRange published) {
        return List.of(
                new RowPart(within(OWN, published), this::own),
                new RowPart(within(IMPORTED, published), this::imported));
    }

    /// The same of the facts that happened before `asOf`. Of what was imported only the newest figures are kept: a
    /// later import is late data.
    List<RowPart> parts(TimeRange published, Instant asOf) {
        String own = String.format(
                Locale.ROOT,
                OWN_AS_OF,
                workspace.value(),
                brand.value(),
                micros(published.from()),
                micros(published.to()),
                micros(asOf));
        return List.of(new RowPart(own, this::own), new RowPart(within(IMPORTED, published), this::imported));
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
            names.accounts().get(row.id()),
            names.campaigns().get(row.id()),
            row.instant(),
            row.instant(),
            Objects.requireNonNullElse(row.text(), names.zone().getId()),
            row.text(),
            names.address().status(new StatusId(status)),
            impressions,
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
            names.zone().getId(),
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
}
