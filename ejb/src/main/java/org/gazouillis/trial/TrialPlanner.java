package org.gazouillis.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Says before a trial begins how many people it takes, and how long that is for this brand: from the newest
/// [#MOST_POSTS] posts that are older than two days. Rates are of acts, not of people who acted, so a little high.
@ApplicationScoped
public class TrialPlanner {
    public static final int FEWEST_POSTS = 5;
    public static final int MOST_POSTS = 30;
    private static final double ALPHA = 0.05;
    private static final Duration OLD_ENOUGH = Duration.ofDays(2);
    private static final Duration LOOKED_BACK = Duration.ofDays(180);
    private static final String NEWEST = """
            with newest as (
              select s.id, s.created_at from social_account a cross join lateral (
                select id, created_at from status
                where profile_id = a.profile_id and id >= :first and id < :last
                  and publication_id is not null and in_reply_to is null and removed_at is null
                order by id desc limit :most) s
              where a.workspace_id = :workspace and a.brand_id = :brand
              order by s.id desc limit :most)
            """;

    private Jdbi db;
    private Permissions permissions;
    private Clock clock;

    @Inject
    public TrialPlanner(@AppDb Jdbi db, Permissions permissions, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    TrialPlanner() {}

    @Transactional
    public TrialOutlook outlook(BrandId brand, TrialTerms terms) {
        WorkspaceId workspace = permissions.require(brand, Permission.ANALYSE).workspace();
        return db.withHandle(handle -> {
            Past past = past(handle, workspace, brand);
            double rate = past.rate(terms.measure());
            if (past.posts() < FEWEST_POSTS || rate <= 0 || rate >= 1 || past.usualReach() == 0) {
                return new TrialOutlook(past.posts(), null, null, null, null);
            }
            long people = SampleSize.people(rate, terms.share(), new ConfidenceSequence(terms.least(), ALPHA));
            Integer days = days(views(handle, workspace, brand), (double) people / past.usualReach());
            return new TrialOutlook(past.posts(), rate, people, past.usualReach(), days);
        });
    }

    /// On which day the wanted share of those who will see a post have seen it; null when that is more than all.
    private static @Nullable Integer days(List<Day> days, double wanted) {
        long all = days.stream().mapToLong(Day::views).sum();
        double sum = 0;
        for (Day day : days) {
            sum += day.views();
            if (sum / all >= wanted) {
                return day.day() + 1;
            }
        }
        return null;
    }

    private Past past(Handle handle, WorkspaceId workspace, BrandId brand) {
        return handle.createQuery(NEWEST + """
                        select count(*)::int as posts,
                          coalesce(sum(t.reach + t.anonymous_reach), 0)::bigint as people,
                          coalesce(percentile_cont(0.5) within group (
                            order by coalesce(t.reach + t.anonymous_reach, 0)), 0)::bigint as usual_reach,
                          coalesce(sum(t.likes + t.reposts + t.replies + t.quotes), 0)::bigint as interactions,
                          coalesce(sum(t.profile_clicks + t.hashtag_clicks + t.detail_expands + t.media_engagements),
                            0)::bigint as openings,
                          coalesce(sum(t.status_follows), 0)::bigint as follows
                        from newest n left join status_total t on t.workspace_id = :workspace and t.brand_id = :brand
                          and t.status_id = n.id
                        """)
                .bindMap(bindings(workspace, brand))
                .map(Sql.row(Past.class))
                .one();
    }

    private List<Day> views(Handle handle, WorkspaceId workspace, BrandId brand) {
        return handle.createQuery(NEWEST + """
                        select greatest(floor(extract(epoch from q.quarter - n.created_at) / 86400), 0)::int as day,
                          sum(q.views)::bigint as views
                        from newest n join quarter_bucket q on q.workspace_id = :workspace and q.brand_id = :brand
                          and q.dimension = 'STATUS' and q.subject_id = n.id and q.views > 0
                        group by 1 order by 1
                        """)
                .bindMap(bindings(workspace, brand))
                .map(Sql.row(Day.class))
                .list();
    }

    private Map<String, Object> bindings(WorkspaceId workspace, BrandId brand) {
        Instant now = clock.instant();
        return Map.of(
                "workspace", workspace,
                "brand", brand,
                "first", TimeOrderedIds.floor(now.minus(LOOKED_BACK)),
                "last", TimeOrderedIds.floor(now.minus(OLD_ENOUGH)),
                "most", MOST_POSTS);
    }

    record Past(int posts, long people, long usualReach, long interactions, long openings, long follows) {
        double rate(TrialMeasure measure) {
            long acts =
                    switch (measure) {
                        case ANY -> interactions + openings + follows;
                        case INTERACTION -> interactions;
                        case OPENING -> openings;
                    };
            return people == 0 ? 0 : (double) acts / people;
        }
    }

    record Day(int day, long views) {}
}
