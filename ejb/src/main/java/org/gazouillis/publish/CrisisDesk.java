package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.BrandCampaigns;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.FenceId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.security.Ownership;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.trial.TrialCloser;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Raises and releases crisis stops. When [#raise] has returned, nothing that the stop covers leaves any more
/// ([FenceGate] says why), and trials that it covers end with their first text. Releasing sends nothing: what
/// was held waits in the [Triage].
@ApplicationScoped
public class CrisisDesk {
    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;
    private TrialCloser trials;

    @Inject
    public CrisisDesk(
            @AppDb Jdbi db,
            Permissions permissions,
            AuditTrail trail,
            TimeOrderedIds ids,
            Clock clock,
            TrialCloser trials) {
        this.trials = trials;
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    CrisisDesk() {}

    /// Stops. Pressing twice makes one stop: the one that stands already is given again.
    ///
    /// @throws PermissionDenied when the member is no owner or manager of the brand, or no owner of the workspace
    @Transactional
    public FenceId raise(StopWish wish) {
        Keyword keyword = wish.keyword() == null ? null : new Keyword(wish.keyword());
        return db.withHandle(handle -> {
            MemberScope member = requireMay(handle, wish.brand());
            requireCampaign(handle, member, wish);
            return twin(handle, member, wish).orElseGet(() -> insert(handle, member, wish, keyword));
        });
    }

    /// Lets the posts to come go out again; those that were held wait for a person. Releasing twice does nothing
    /// more.
    ///
    /// @throws StopNotFound when there is none that the member may see
    @Transactional
    public void release(FenceId id) {
        db.useHandle(handle -> {
            MemberScope member = permissions.requireScope("write");
            BrandId brand = brandOf(handle, member, id);
            requireMay(handle, brand);
            int released = handle.createUpdate("""
                            update fence set released_at = clock_timestamp(), released_by = :member
                            where workspace_id = :workspace and id = :id and released_at is null
                            """)
                    .bind("member", member.member())
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .execute();
            if (released == 1) {
                tell(handle, member, brand, id, "Released", "{}");
            }
        });
    }

    /// Whether to offer the button: for this brand, or with null for the whole workspace.
    @Transactional
    public boolean may(@Nullable BrandId brand) {
        return brand == null
                ? db.withHandle(handle -> Ownership.of(handle, permissions.requireScope("read")))
                : permissions.may(brand, Permission.STOP);
    }

    private FenceId insert(Handle handle, MemberScope member, StopWish wish, @Nullable Keyword keyword) {
        FenceId id = new FenceId(ids.next());
        FenceGate.close(handle);
        handle.createUpdate("""
                        insert into fence (workspace_id, id, brand_id, campaign_id, network, keyword, pattern, reason,
                                           raised_by, pressed_at, raised_at)
                        values (:workspace, :id, :brand, :campaign, :network, :keyword, :pattern, :reason,
                                :member, now(), clock_timestamp())
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bindByType("brand", wish.brand(), BrandId.class)
                .bindByType("campaign", wish.campaign(), CampaignId.class)
                .bind("network", wish.network())
                .bind("keyword", keyword == null ? null : keyword.word())
                .bind("pattern", keyword == null ? null : keyword.pattern())
                .bind("reason", wish.reason())
                .bind("member", member.member())
                .execute();
        tell(handle, member, wish.brand(), id, "Raised", detail(handle, member, id));
        trials.stop(handle, member.workspace(), tried(handle, member, id), member.member());
        return id;
    }

    /// Posts that the stop covers and of which two texts are out.
    private static List<PostId> tried(Handle handle, MemberScope member, FenceId id) {
        return handle.createQuery("""
                        select p.id from trial t join post p on p.workspace_id = t.workspace_id and p.id = t.post_id
                        join fence f on f.workspace_id = :workspace and f.id = :id
                        where t.workspace_id = :workspace and t.ended_at is null and
                        """ + FenceGate.COVERS)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .mapTo(PostId.class)
                .list();
    }

    /// As JSON, made by the database so that what was typed is quoted well.
    private static String detail(Handle handle, MemberScope member, FenceId id) {
        return handle.createQuery("""
                        select jsonb_strip_nulls(jsonb_build_object('brand', brand_id, 'campaign', campaign_id,
                                 'network', network, 'keyword', keyword, 'reason', nullif(reason, '')))::text
                        from fence where workspace_id = :workspace and id = :id
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .mapTo(String.class)
                .one();
    }

    private void tell(
            Handle handle, MemberScope member, @Nullable BrandId brand, FenceId id, String what, String detail) {
        String action = "fence." + what.toLowerCase(java.util.Locale.ROOT);
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, action, id, detail));
        Outbox.append(handle, "Fence" + what, member.workspace(), id, detail, clock.instant());
    }

    private static Optional<FenceId> twin(Handle handle, MemberScope member, StopWish wish) {
        return handle.createQuery("""
                        select id from fence where workspace_id = :workspace and released_at is null
                          and brand_id is not distinct from :brand and campaign_id is not distinct from :campaign
                          and network is not distinct from :network and keyword is not distinct from :keyword
                        order by id limit 1
                        """)
                .bind("workspace", member.workspace())
                .bindByType("brand", wish.brand(), BrandId.class)
                .bindByType("campaign", wish.campaign(), CampaignId.class)
                .bind("network", wish.network())
                .bind("keyword", wish.keyword())
                .mapTo(FenceId.class)
                .findOne();
    }

    private static @Nullable BrandId brandOf(Handle handle, MemberScope member, FenceId id) {
        Long brand = handle.createQuery("""
                        select coalesce(brand_id, 0) from fence where workspace_id = :workspace and id = :id
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new StopNotFound(id));
        return brand == 0 ? null : new BrandId(brand);
    }

    private MemberScope requireMay(Handle handle, @Nullable BrandId brand) {
        if (brand != null) {
            return permissions.require(brand, Permission.STOP);
        }
        MemberScope member = permissions.requireScope("write");
        if (!Ownership.of(handle, member)) {
            throw new PermissionDenied(Permission.STOP);
        }
        return member;
    }

    private static void requireCampaign(Handle handle, MemberScope member, StopWish wish) {
        if (wish.brand() != null && wish.campaign() != null) {
            BrandCampaigns.require(handle, member, wish.brand(), wish.campaign());
        }
    }
}
