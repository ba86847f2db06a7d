package org.gazouillis.schedule;

import java.util.List;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The rows of `post_batch`.
final class BatchRows {
    private static final String SELECT = """
            select b.id, b.campaign_id, b.kind, b.days, b.minutes, b.posts, m.name as member, b.at, b.undone_at,
                   b.undone_posts
            from post_batch b join member m on m.workspace_id = b.workspace_id and m.id = b.member_id
            where b.workspace_id = :workspace and b.campaign_id = :campaign
            """;

    private BatchRows() {}

    static void insert(Handle handle, MemberScope member, CampaignSheet campaign, CampaignShifts.Deed deed) {
        handle.createUpdate("""
                        insert into post_batch (workspace_id, id, brand_id, campaign_id, kind, days, minutes, posts,
                                                member_id, at)
                        values (:workspace, :id, :brand, :campaign, :kind, :days, :minutes, :posts, :member, now())
                        """)
                .bind("workspace", member.workspace())
                .bind("id", deed.batch())
                .bind("brand", campaign.brand())
                .bind("campaign", campaign.id())
                .bind("kind", deed.kind().name())
                .bind("days", deed.shift() == null ? 0 : deed.shift().days())
                .bind("minutes", deed.shift() == null ? 0 : deed.shift().minutes())
                .bind("posts", deed.posts())
                .bind("member", member.member())
                .execute();
    }

    /// One statement: marks the batch and restores its posts. The mark's lock lets only one undo of it happen.
    ///
    /// @throws BatchNotFound when there is none to be undone
    static int undo(Handle handle, MemberScope member, CampaignSheet campaign, long batch) {
        return handle.createQuery("""
                        with mark as (
                          select id from post_batch where workspace_id = :workspace and campaign_id = :campaign
                            and id = :batch and undone_at is null for update),
                        back as (
                          update post p
                          set due_at = p.before_due_at, local_at = p.before_local_at,
                              gap_rule = p.before_gap_rule, state = p.before_state, batch_id = null, version = p.version + 1, updated_at = now()
                          from mark
                          where p.workspace_id = :workspace and p.campaign_id = :campaign and p.brand_id = :brand
                            and p.batch_id = mark.id and p.version = p.batch_version
                            and p.state not in ('CLAIMED', 'PUBLISHED')
                            and (p.before_state <> 'SCHEDULED' or p.before_due_at > now())
                          returning 1),
                        counted as (select (select count(*) from back)::int as posts from mark)
                        update post_batch b set undone_at = now(), undone_posts = counted.posts from counted
                        where b.workspace_id = :workspace and b.id = :batch
                        returning counted.posts
                        """)
                .bind("workspace", member.workspace())
                .bind("campaign", campaign.id())
                .bind("brand", campaign.brand())
                .bind("batch", batch)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new BatchNotFound(batch));
    }

    static PostBatch one(Handle handle, MemberScope member, CampaignSheet campaign, long batch) {
        return bound(handle.createQuery(SELECT + " and b.id = :batch"), member, campaign)
                .bind("batch", batch)
                .map(Sql.row(PostBatch.class))
                .findOne()
                .orElseThrow(() -> new BatchNotFound(batch));
    }

    static List<PostBatch> newest(Handle handle, MemberScope member, CampaignSheet campaign, int limit) {
        return bound(handle.createQuery(SELECT + " order by b.id desc limit :limit"), member, campaign)
                .bind("limit", limit)
                .map(Sql.row(PostBatch.class))
                .list();
    }

    private static Query bound(Query query, MemberScope member, CampaignSheet campaign) {
        return query.bind("workspace", member.workspace()).bind("campaign", campaign.id());
    }
}
