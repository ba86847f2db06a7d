package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.BrandCampaigns;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads and keeps how a brand and its campaigns publish. New posts take the lateness of their campaign, else of
/// their brand (the trigger `post_takes_lateness`); those that are planned already take it only when asked for.
@ApplicationScoped
public class PublishingRules {
    private static final int MOST = 500;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;

    @Inject
    public PublishingRules(@AppDb Jdbi db, Permissions permissions, AuditTrail trail) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    PublishingRules() {}

    @Transactional
    public BrandRules of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select undo_seconds, late_policy, (extract(epoch from max_lateness) / 60)::int as late_minutes
                        from brand where workspace_id = :workspace and id = :brand
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(BrandRules.class))
                .one());
    }

    /// The campaigns of the brand that may still have posts to come, with their own lateness.
    @Transactional
    public List<CampaignRule> campaigns(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select id, name, late_policy, (extract(epoch from max_lateness) / 60)::int as late_minutes
                        from campaign where workspace_id = :workspace and brand_id = :brand
                        order by ends_on desc, id desc limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("most", MOST)
                .map(Sql.row(CampaignRule.class))
                .list());
    }

    /// What holds for one post.
    @Transactional
    public LateRule ofPost(BrandId brand, PostId post) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select late_policy as policy, (extract(epoch from max_lateness) / 60)::int as minutes
                        from post where workspace_id = :workspace and brand_id = :brand and id = :post
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("post", post)
                .map(Sql.row(LateRule.class))
                .findOne()
                .orElseThrow(() -> new PostNotFound(post)));
    }

    /// @param planned whether posts that are planned already take the lateness, but for campaigns with their own rule
    /// @return how many did
    @Transactional
    public int keep(BrandId brand, BrandRules rules, boolean planned) {
        MemberScope member = permissions.require(brand, Permission.SET_RULES);
        return db.withHandle(handle -> {
            handle.createUpdate("""
                            update brand set undo_seconds = :undo, late_policy = :policy,
                                   max_lateness = :minutes * interval '1 minute', version = version + 1
                            where workspace_id = :workspace and id = :brand
                            """)
                    .bind("undo", rules.undoSeconds())
                    .bind("policy", rules.late().policy().name())
                    .bind("minutes", rules.late().minutes())
                    .bind("workspace", member.workspace())
                    .bind("brand", brand)
                    .execute();
            int taken = planned ? apply(handle, member, brand, null, rules.late()) : 0;
            record(handle, member, brand, brand, rules.late(), taken);
            return taken;
        });
    }

    /// @param rule null means that the brand's holds
    /// @param planned whether the campaign's posts that are planned already take it, too
    /// @return how many did
    @Transactional
    public int keep(BrandId brand, CampaignId campaign, @Nullable LateRule rule, boolean planned) {
        MemberScope member = permissions.require(brand, Permission.SET_RULES);
        LateRule holds = rule == null ? of(brand).late() : rule;
        return db.withHandle(handle -> {
            BrandCampaigns.require(handle, member, brand, campaign);
            handle.createUpdate("""
                            update campaign set late_policy = :policy, version = version + 1,
                                   max_lateness = cast(:minutes as int) * interval '1 minute'
                            where workspace_id = :workspace and brand_id = :brand and id = :campaign
                            """)
                    .bind("policy", rule == null ? null : rule.policy().name())
                    .bind("minutes", rule == null ? null : Integer.valueOf(rule.minutes()))
                    .bind("workspace", member.workspace())
                    .bind("brand", brand)
                    .bind("campaign", campaign)
                    .execute();
            int taken = planned ? apply(handle, member, brand, campaign, holds) : 0;
            record(handle, member, brand, campaign, holds, taken);
            return taken;
        });
    }

    private static int apply(
            Handle handle, MemberScope member, BrandId brand, @Nullable CampaignId campaign, LateRule rule) {
        return handle.createUpdate("""
                        update post p set late_policy = :policy, max_lateness = :minutes * interval '1 minute',
                               version = p.version + 1, updated_at = now()
                        where p.workspace_id = :workspace and p.brand_id = :brand
                          and p.state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED')
                          and (p.campaign_id = cast(:campaign as bigint)
                               or cast(:campaign as bigint) is null and not exists (
                                 select from campaign c where c.workspace_id = p.workspace_id and c.id = p.campaign_id
                                   and c.late_policy is not null))
                        """)
                .bind("policy", rule.policy().name())
                .bind("minutes", rule.minutes())
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bindByType("campaign", campaign, CampaignId.class)
                .execute();
    }

    private void record(Handle handle, MemberScope member, BrandId brand, TypedId subject, LateRule rule, int taken) {
        String detail = String.format(
                Locale.ROOT, "{\"late\":\"%s\",\"minutes\":%d,\"posts\":%d}", rule.policy(), rule.minutes(), taken);
        trail.record(
                handle, new AuditEntry(member.workspace(), member.member(), brand, "rules.changed", subject, detail));
    }
}
