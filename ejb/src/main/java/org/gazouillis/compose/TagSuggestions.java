package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.network.PostText;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Suggests hashtags from what the brand said in its last thousand posts, and from the campaign.
@ApplicationScoped
public class TagSuggestions {
    private static final int MOST = 12;

    private Jdbi db;
    private Permissions permissions;

    @Inject
    public TagSuggestions(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    TagSuggestions() {}

    /// At most twelve, none that the text has already.
    @Transactional
    public List<TagSuggestion> fitting(BrandId brand, String text, @Nullable CampaignId campaign) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        List<String> present = PostText.entities(PostText.normalise(text)).hashtags();
        return db.withHandle(handle -> handle.createQuery("""
                        with recent as (
                          select hashtags from post
                          where workspace_id = :workspace and brand_id = :brand order by id desc limit 1000),
                        used as (
                          select tag, count(*) as uses, count(*) filter (where hashtags && :present) as together
                          from recent, unnest(hashtags) as tag group by tag),
                        wanted as (
                          select unnest(hashtags) as tag from campaign
                          where workspace_id = :workspace and brand_id = :brand and id = :campaign)
                        select coalesce(u.tag, w.tag) as tag, coalesce(u.uses, 0)::int as uses,
                               case when w.tag is not null then 'CAMPAIGN' when u.together > 0 then 'TOGETHER'
                                    else 'OFTEN' end as reason
                        from used u full join wanted w on w.tag = u.tag
                        where coalesce(u.tag, w.tag) <> all (:present)
                        order by w.tag is null, coalesce(u.together, 0) desc, coalesce(u.uses, 0) desc, 1 limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("present", present.toArray(String[]::new))
                .bind("campaign", campaign == null ? Long.valueOf(0) : Long.valueOf(campaign.value()))
                .bind("most", MOST)
                .map(Sql.row(TagSuggestion.class))
                .list());
    }
}
