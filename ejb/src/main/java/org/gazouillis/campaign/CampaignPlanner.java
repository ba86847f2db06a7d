package org.gazouillis.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Opens, changes, archives and lists campaigns.
@ApplicationScoped
public class CampaignPlanner {
    private static final int MOST_LISTED = 200;

    private EntityManager entities;
    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public CampaignPlanner(
            EntityManager entities,
            @AppDb Jdbi db,
            Permissions permissions,
            AuditTrail trail,
            TimeOrderedIds ids,
            Clock clock) {
        this.entities = entities;
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    CampaignPlanner() {}

    /// @throws CampaignNameTaken when the brand has one of that name
    @Transactional
    public CampaignCard open(CampaignIdea idea) {
        return open(idea, CampaignTerms.NONE);
    }

    /// @throws CampaignNameTaken when the brand has one of that name
    /// @throws CampaignNotPlausible when the goal cannot be reached in time, or an account is not the brand's
    @Transactional
    public CampaignCard open(CampaignIdea idea, CampaignTerms terms) {
        MemberScope member = permissions.require(idea.brand(), Permission.PLAN_CAMPAIGNS);
        refuseTwin(member, idea);
        requirePlausible(member, idea, terms);
        CampaignId id = new CampaignId(ids.next());
        Campaign campaign = Campaign.open(id, idea, terms, clock.instant());
        entities.persist(campaign);
        entities.flush();
        record(member, idea.brand(), id, "campaign.opened");
        return campaign.card();
    }

    /// Makes it what idea and terms say.
    ///
    /// @param version the version that was read; null overwrites whatever was done meanwhile
    /// @throws OptimisticLockException when somebody else was faster
    @Transactional
    public CampaignSheet change(CampaignId id, CampaignIdea idea, CampaignTerms terms, @Nullable Integer version) {
        Campaign campaign = toChange(id);
        MemberScope member = permissions.require(campaign.brand(), Permission.PLAN_CAMPAIGNS);
        if (version != null && version != campaign.version()) {
            throw new OptimisticLockException("Somebody changed the campaign meanwhile. Read it again.");
        }
        if (!campaign.slug().equals(idea.slug())) {
            refuseTwin(member, idea);
        }
        requirePlausible(member, idea, terms);
        campaign.become(idea, terms);
        entities.flush();
        record(member, campaign.brand(), id, "campaign.changed");
        return one(id);
    }

    /// Takes it out of lists and pickers, or back in. Its posts and figures stay as they are.
    @Transactional
    public void archive(CampaignId id, boolean away) {
        Campaign campaign = toChange(id);
        MemberScope member = permissions.require(campaign.brand(), Permission.PLAN_CAMPAIGNS);
        campaign.archive(away ? clock.instant() : null);
        entities.flush();
        record(member, campaign.brand(), id, away ? "campaign.archived" : "campaign.restored");
    }

    /// The brand's campaigns in use, the one that starts last first.
    @Transactional
    public List<CampaignCard> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select id, brand_id as brand, name, slug, starts_on, ends_on, hashtags from campaign
                        where workspace_id = :workspace and brand_id = :brand and archived_at is null
                        order by starts_on desc, id desc
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(CampaignCard.class))
                .list());
    }

    /// Campaigns of the brand, or of all brands that the member sees, the one that starts last first.
    ///
    /// @param archived whether those that were put away are wanted, or those in use
    /// @param limit how many at most, after as many as `offset` says
    @Transactional
    public List<CampaignSheet> sheets(@Nullable BrandId brand, boolean archived, int offset, int limit) {
        MemberScope member =
                brand == null ? permissions.requireScope("read") : permissions.require(brand, Permission.VIEW);
        Stream<BrandId> brands = brand == null ? member.roles().keySet().stream() : Stream.of(brand);
        return db.withHandle(handle -> handle.createQuery("select " + CampaignRow.COLUMNS + """
                         from campaign where workspace_id = :workspace and brand_id = any (:brands)
                          and (archived_at is not null) = :archived
                        order by starts_on desc, id desc offset :offset limit :limit
                        """)
                .bind("workspace", member.workspace())
                .bind("brands", brands.map(BrandId::value).toArray(Long[]::new))
                .bind("archived", archived)
                .bind("offset", Math.max(0, offset))
                .bind("limit", Math.clamp(limit, 1, MOST_LISTED))
                .map(Sql.row(CampaignRow.class))
                .map(CampaignRow::sheet)
                .list());
    }

    /// @throws CampaignNotFound when there is none that the member may see
    @Transactional
    public CampaignSheet one(CampaignId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> handle.createQuery("select " + CampaignRow.COLUMNS
                                + " from campaign where workspace_id = :workspace and id = :id")
                        .bind("workspace", member.workspace())
                        .bind("id", id)
                        .map(Sql.row(CampaignRow.class))
                        .findOne())
                .filter(row -> member.roles().containsKey(row.brandId()))
                .map(CampaignRow::sheet)
                .orElseThrow(() -> new CampaignNotFound(id));
    }

    /// A campaign of a brand that the member does not see is not found.
    private Campaign toChange(CampaignId id) {
        MemberScope member = permissions.requireScope("write");
        Campaign campaign = Optional.ofNullable(entities.find(Campaign.class, id.value()))
                .orElseThrow(() -> new CampaignNotFound(id));
        if (!member.roles().containsKey(campaign.brand())) {
            throw new CampaignNotFound(id);
        }
        return campaign;
    }

    private void requirePlausible(MemberScope member, CampaignIdea idea, CampaignTerms terms) {
        idea.requireReachable(terms);
        List<Long> known = db.withHandle(handle -> handle.createQuery(
                        "select id from social_account where workspace_id = :workspace and brand_id = :brand")
                .bind("workspace", member.workspace())
                .bind("brand", idea.brand())
                .mapTo(Long.class)
                .list());
        for (AccountId account : terms.accounts()) {
            if (!known.contains(account.value())) {
                throw new CampaignNotPlausible(
                        CampaignNotPlausible.Part.ACCOUNTS, "The brand has no account " + account + ".");
            }
        }
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

    private void record(MemberScope member, BrandId brand, CampaignId id, String action) {
        db.useHandle(handle ->
                trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, action, id, "{}")));
    }
}
