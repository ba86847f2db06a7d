package org.gazouillis.link;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The rows of `short_link` and what was counted of them. Every statement asks for the member's workspace.
final class LinkRows {
    /// The built-in micro-blog, as UTM parameters name it.
    static final String NETWORK = "gazouillis";

    private static final int MOST_SOURCES = 50;
    private static final String SELECT = """
            select l.id, l.brand_id, l.code, l.typed, l.target, l.campaign_id, c.name as campaign, l.post_id, l.created_at,
              l.expires_at, l.disabled_at is null as enabled, coalesce(d.clicks, 0) as clicks, coalesce(d.robots, 0) as robots
            from short_link l
            left join campaign c on c.workspace_id = l.workspace_id and c.id = l.campaign_id
            left join lateral (select sum(k.clicks) as clicks, sum(k.robots) as robots from link_day k
              where k.workspace_id = l.workspace_id and k.brand_id = l.brand_id and k.link_id = l.id) d on true
            where l.workspace_id = :workspace and l.deleted_at is null
            """;

    private LinkRows() {}

    record Fresh(LinkId id, String code, LinkTarget typed, LinkTarget target) {}

    /// @return whether the code was free
    static boolean insert(Handle handle, MemberScope member, LinkOrder order, Fresh fresh) {
        return handle.createUpdate("""
                                insert into short_link (workspace_id, id, brand_id, campaign_id, code, typed, target,
                                                        created_by, created_at, expires_at)
                                values (:workspace, :id, :brand, :campaign, :code, :typed, :target, :member, now(), :expires)
                                on conflict do nothing
                                """)
                        .bind("workspace", member.workspace())
                        .bind("id", fresh.id())
                        .bind("brand", order.brand())
                        .bind(
                                "campaign",
                                order.campaign() == null
                                        ? null
                                        : Long.valueOf(order.campaign().value()))
                        .bind("code", fresh.code())
                        .bind("typed", fresh.typed().text())
                        .bind("target", fresh.target().text())
                        .bind("member", member.member())
                        .bind("expires", order.expiresAt())
                        .execute()
                == 1;
    }

    static ShortLink one(Handle handle, MemberScope member, LinkId id) {
        return handle.createQuery(SELECT + " and l.id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(ShortLink.class))
                .findOne()
                .orElseThrow(() -> new LinkNotFound(id));
    }

    static List<ShortLink> newest(
            Handle handle, MemberScope member, BrandId brand, @Nullable CampaignId campaign, LinkId before, int limit) {
        return ofBrand(handle.createQuery(SELECT + """
                         and l.brand_id = :brand and (:campaign = 0 or l.campaign_id = :campaign) and l.id < :before
                        order by l.id desc limit :limit
                        """), member, brand)
                .bind("campaign", campaign == null ? 0 : campaign.value())
                .bind("before", before)
                .bind("limit", limit)
                .map(Sql.row(ShortLink.class))
                .list();
    }

    static void lead(Handle handle, MemberScope member, LinkId id, LinkTarget typed, LinkTarget target) {
        handle.createUpdate("""
                        update short_link set typed = :typed, target = :target, version = version + 1
                        where workspace_id = :workspace and id = :id
                        """)
                .bind("typed", typed.text())
                .bind("target", target.text())
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute();
    }

    static void end(Handle handle, MemberScope member, LinkId id, @Nullable Instant at) {
        handle.createUpdate("""
                        update short_link set expires_at = :at, version = version + 1
                        where workspace_id = :workspace and id = :id
                        """)
                .bind("at", at)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute();
    }

    static void enable(Handle handle, MemberScope member, LinkId id, boolean enabled) {
        handle.createUpdate("""
                        update short_link set disabled_at = case when :enabled then null else now() end, version = version + 1
                        where workspace_id = :workspace and id = :id
                        """)
                .bind("enabled", enabled)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute();
    }

    static void delete(Handle handle, MemberScope member, LinkId id) {
        handle.createUpdate("""
                        update short_link set deleted_at = now(), version = version + 1
                        where workspace_id = :workspace and id = :id and deleted_at is null
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute();
    }

    static List<LinkDay> days(Handle handle, MemberScope member, ShortLink link, int days) {
        return ofBrand(handle.createQuery("""
                        select day, clicks, robots from (
                          select day, clicks, robots from link_day
                          where workspace_id = :workspace and brand_id = :brand and link_id = :link
                          order by day desc limit :days) latest
                        order by day
                        """), member, link.brandId())
                .bind("link", link.id())
                .bind("days", days)
                .map(Sql.row(LinkDay.class))
                .list();
    }

    static List<LinkSource> sources(Handle handle, MemberScope member, ShortLink link, String kind) {
        return ofBrand(handle.createQuery("""
                        select name, clicks from link_source
                        where workspace_id = :workspace and brand_id = :brand and link_id = :link and kind = :kind
                        order by clicks desc, name limit :most
                        """), member, link.brandId())
                .bind("link", link.id())
                .bind("kind", kind)
                .bind("most", MOST_SOURCES)
                .map(Sql.row(LinkSource.class))
                .list();
    }

    private static Query ofBrand(Query query, MemberScope member, BrandId brand) {
        return query.bind("workspace", member.workspace()).bind("brand", brand);
    }
}
