package org.gazouillis.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// Opens campaigns and lists a brand's.
@ApplicationScoped
public class CampaignPlanner {
    private EntityManager entities;
    private Jdbi db;
    private Permissions permissions;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public CampaignPlanner(
            EntityManager entities, @AppDb Jdbi db, Permissions permissions, TimeOrderedIds ids, Clock clock) {
        this.entities = entities;
        this.db = db;
        this.permissions = permissions;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    CampaignPlanner() {}

    /// @throws CampaignNameTaken when the brand has one of that name
    @Transactional
    public CampaignCard open(CampaignIdea idea) {
        MemberScope member = permissions.require(idea.brand(), Permission.PLAN_CAMPAIGNS);
        refuseTwin(member, idea);
        Campaign campaign = Campaign.open(new CampaignId(ids.next()), idea, clock.instant());
        entities.persist(campaign);
        return campaign.card();
    }

    /// The brand's campaigns, the one that starts last first.
    @Transactional
    public List<CampaignCard> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select id, brand_id as brand, name, slug, starts_on, ends_on, hashtags from campaign
                        where workspace_id = :workspace and brand_id = :brand order by starts_on desc, id desc
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(CampaignCard.class))
                .list());
    }

    private void refuseTwin(MemberScope member, CampaignIdea idea) {
        boolean taken = db.withHandle(handle -> handle.createQuery("""
                        select exists (select from campaign
                          where workspace_id = :workspace and brand_id = :brand and slug = :slug)
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", idea.brand())
                .bind("slug", idea.slug())
                .mapTo(Boolean.class)
                .one());
        if (taken) {
            throw new CampaignNameTaken(idea.name());
        }
    }
}
