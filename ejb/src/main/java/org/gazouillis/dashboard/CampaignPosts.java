package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// A campaign's posts in the order of their times, with their figures.
@ApplicationScoped
public class CampaignPosts {
    private static final int MOST = 200;

    private CampaignPlanner planner;
    private Jdbi db;
    private Permissions permissions;

    @Inject
    public CampaignPosts(CampaignPlanner planner, @AppDb Jdbi db, Permissions permissions) {
        this.planner = planner;
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    CampaignPosts() {}

    /// Posts in these states, at most `limit` after those that `cursor` names; those without a time come last.
    /// Figures are read for the posts of the page only.
    ///
    /// @param cursor what [Page#next] gave; null begins
    @Transactional
    public Page read(CampaignId id, Set<PostState> states, @Nullable String cursor, int limit) {
        CampaignSheet campaign = planner.one(id);
        MemberScope member = permissions.require(campaign.brand(), Permission.ANALYSE);
        int page = Math.clamp(limit, 1, MOST);
        Place place = Place.parse(cursor);
        List<Row> rows = db.withHandle(handle -> bound(handle, member, campaign, """
                        with page as (
                          select p.workspace_id, p.brand_id, p.id, p.due_at, p.published_at, p.text, p.lang, p.state,
                            coalesce((extract(epoch from p.due_at) * 1000000)::bigint, 9223372036854775807) as micros
                          from post p
                          where p.workspace_id = :workspace and p.brand_id = :brand and p.campaign_id = :campaign
                            and p.state = any (:states)
                            and (coalesce((extract(epoch from p.due_at) * 1000000)::bigint, 9223372036854775807), p.id)
                                > (:micros, :after)
                          order by micros, p.id limit :limit)
                        select g.id, coalesce(g.published_at, g.due_at) as at, g.text, g.lang, g.state, g.micros,
                          min(u.status_id) as status_id, sum(t.views)::bigint as impressions,
                          sum(t.engagements)::bigint as engagements
                        from page g
                        left join publication u on u.workspace_id = g.workspace_id and u.post_id = g.id
                          and u.status_id is not null
                        left join status_total t on t.workspace_id = g.workspace_id and t.brand_id = g.brand_id
                          and t.status_id = u.status_id
                        group by g.id, g.published_at, g.due_at, g.text, g.lang, g.state, g.micros
                        order by g.micros, g.id
                        """)
                .bind("states", states.stream().map(Enum::name).toArray(String[]::new))
                .bind("micros", place.micros())
                .bind("after", place.post())
                .bind("limit", page + 1)
                .map(Sql.row(Row.class))
                .list());
        List<Row> shown = rows.size() > page ? rows.subList(0, page) : rows;
        return new Page(
                shown.stream().map(Row::post).toList(),
                rows.size() > page ? shown.getLast().place() : null);
    }

    /// All days of the campaign that have posts, in the brand's zone.
    @Transactional
    public List<PlannedDay> days(CampaignId id) {
        CampaignSheet campaign = planner.one(id);
        MemberScope member = permissions.require(campaign.brand(), Permission.VIEW);
        return db.withHandle(handle -> bound(handle, member, campaign, """
                        select (coalesce(p.published_at, p.due_at) at time zone b.zone)::date as day,
                          count(*) filter (where p.state = 'PUBLISHED')::int as published,
                          count(*) filter (where p.state <> 'PUBLISHED')::int as coming
                        from post p join brand b on b.workspace_id = p.workspace_id and b.id = p.brand_id
                        where p.workspace_id = :workspace and p.brand_id = :brand and p.campaign_id = :campaign
                          and p.state not in ('CANCELLED', 'FAILED', 'MISSED') and p.due_at is not null
                        group by 1 order by 1
                        """)
                .map(Sql.row(PlannedDay.class))
                .list());
    }

    private static Query bound(Handle handle, MemberScope member, CampaignSheet campaign, String sql) {
        return handle.createQuery(sql)
                .bind("workspace", member.workspace())
                .bind("brand", campaign.brand())
                .bind("campaign", campaign.id());
    }

    /// Some posts, and the cursor of those after them; null when there are none.
    public record Page(List<CampaignPost> posts, @Nullable String next) {}

    private record Place(long micros, long post) {
        static Place parse(@Nullable String cursor) {
            if (cursor == null || !cursor.matches("\\d{1,19}-\\d{1,19}")) {
                return new Place(Long.MIN_VALUE, 0);
            }
            String[] parts = cursor.split("-", -1);
            return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
    }

    record Row(
            PostId id,
            @Nullable Instant at,
            String text,
            String lang,
            PostState state,
            long micros,
            @Nullable StatusId statusId,
            @Nullable Long impressions,
            @Nullable Long engagements) {
        CampaignPost post() {
            return new CampaignPost(id, at, text, lang, state, statusId, impressions, engagements);
        }

        String place() {
            return micros + "-" + id;
        }
    }
}
