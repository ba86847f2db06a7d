package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.campaign.Goal;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Campaigns with their posts and figures. All figures come from [Performances], so that they are those of Analytics.
@ApplicationScoped
public class CampaignReports {
    private CampaignPlanner planner;
    private Performances performances;
    private VisibleBrands brands;
    private Jdbi db;
    private Permissions permissions;

    @Inject
    public CampaignReports(
            CampaignPlanner planner,
            Performances performances,
            VisibleBrands brands,
            @AppDb Jdbi db,
            Permissions permissions) {
        this.planner = planner;
        this.performances = performances;
        this.brands = brands;
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    CampaignReports() {}

    /// @throws org.gazouillis.campaign.CampaignNotFound when there is none that the member may see
    @Transactional
    public CampaignReport one(CampaignId id) {
        return reports(List.of(planner.one(id))).getFirst();
    }

    /// As [CampaignPlanner#sheets].
    @Transactional
    public List<CampaignReport> list(@Nullable BrandId brand, boolean archived, int offset, int limit) {
        return reports(planner.sheets(brand, archived, offset, limit));
    }

    private List<CampaignReport> reports(List<CampaignSheet> sheets) {
        WorkspaceId workspace = permissions.requireScope("read").workspace();
        Map<CampaignId, PostCounts> counts = db.withHandle(handle -> counts(handle, workspace, sheets));
        Map<BrandId, VisibleBrand> byId =
                brands.all().stream().collect(Collectors.toMap(VisibleBrand::id, Function.identity()));
        return sheets.stream()
                .map(sheet -> report(sheet, byId.get(sheet.brand()), counts.getOrDefault(sheet.id(), PostCounts.NONE)))
                .toList();
    }

    private CampaignReport report(CampaignSheet sheet, @Nullable VisibleBrand brand, PostCounts posts) {
        permissions.require(sheet.brand(), Permission.ANALYSE);
        if (brand == null) {
            throw new BrandNotFound(sheet.brand().toString());
        }
        Goal goal = sheet.terms().goal();
        LocalDate last = goal == null ? sheet.card().endsOn() : goal.on();
        Period period = Period.ofDays(sheet.card().startsOn(), last, brand.zone());
        return new CampaignReport(
                sheet,
                brand,
                posts,
                performances.read(new PerformanceQuery(sheet.brand(), period, Step.DAY, sheet.id())));
    }

    private static Map<CampaignId, PostCounts> counts(
            Handle handle, WorkspaceId workspace, List<CampaignSheet> sheets) {
        return handle
                .createQuery("""
                        select campaign_id as campaign,
                          count(*) filter (where state in ('DRAFT', 'APPROVED'))::int as drafts,
                          count(*) filter (where state = 'IN_REVIEW')::int as waiting,
                          count(*) filter (where state in ('SCHEDULED', 'CLAIMED'))::int as planned,
                          count(*) filter (where state = 'PUBLISHED')::int as published,
                          count(*) filter (where state in ('HELD', 'MISSED', 'FAILED'))::int as trouble,
                          count(*) filter (where state = 'CANCELLED')::int as cancelled
                        from post where workspace_id = :workspace and campaign_id = any (:campaigns)
                          and brand_id = any (:brands)
                        group by campaign_id
                        """)
                .bind("workspace", workspace)
                .bind(
                        "campaigns",
                        sheets.stream().map(each -> each.id().value()).toArray(Long[]::new))
                .bind(
                        "brands",
                        sheets.stream().map(each -> each.brand().value()).toArray(Long[]::new))
                .map(Sql.row(Row.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::campaign, Row::counts));
    }

    record Row(CampaignId campaign, int drafts, int waiting, int planned, int published, int trouble, int cancelled) {
        PostCounts counts() {
            return new PostCounts(drafts, waiting, planned, published, trouble, cancelled);
        }
    }
}
