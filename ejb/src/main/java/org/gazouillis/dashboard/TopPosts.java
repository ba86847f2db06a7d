package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Tally;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// The posts published in a period that gathered most engagements so far.
@ApplicationScoped
public class TopPosts {
    private static final Duration SLACK = Duration.ofHours(1);

    private final Jdbi db;
    private final Permissions permissions;

    @Inject
    public TopPosts(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    TopPosts() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()));
    }

    @Transactional
    public List<TopPost> read(PerformanceQuery query, int limit) {
        WorkspaceId workspace =
                permissions.require(query.brand(), Permission.ANALYSE).workspace();
        return db.withHandle(handle -> handle.createQuery("""
                        select f.status_id, s.text, s.lang, f.created_at, f.reach,
                          coalesce(t.reach_error, 0) as reach_error, f.anonymous_reach,
                        """ + Tally.columns("coalesce(t.?, 0) as ?") + """
                         from status_performance f join status s on s.id = f.status_id and s.removed_at is null
                        left join status_total t on t.workspace_id = f.workspace_id and t.brand_id = f.brand_id
                          and t.status_id = f.status_id
                        where f.workspace_id = :workspace and f.brand_id = :brand
                          and f.status_id >= :first and f.status_id < :last
                          and f.created_at >= :from and f.created_at < :to
                          and f.post_id is not null and (:campaign = 0 or f.campaign_id = :campaign)
                          and (:tag = '' or :tag = any (s.hashtags))
                        order by f.engagements desc, f.impressions desc, f.status_id desc limit :limit
                        """)
                .bind("workspace", workspace)
                .bind("brand", query.brand())
                .bind(
                        "first",
                        TimeOrderedIds.floor(query.period().range().from().minus(SLACK)))
                .bind("last", TimeOrderedIds.floor(query.period().range().to().plus(SLACK)))
                .bind("from", query.period().range().from())
                .bind("to", query.period().range().to())
                .bind(
                        "campaign",
                        query.campaign() == null ? 0 : query.campaign().value())
                .bind(
                        "tag",
                        query.subject().dimension() == Dimension.HASHTAG
                                ? query.subject().key()
                                : "")
                .bind("limit", limit)
                .map(Sql.row(TopPost.class))
                .list());
    }
}
