package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.jdbi.v3.core.Jdbi;

/// Campaigns of a brand side by side: each with what it gathered in its own days, so far.
@ApplicationScoped
public class CampaignStandings {
    public static final int FEWEST = 2;
    public static final int MOST = 5;

    private static final int DRAWS = 999;

    private CampaignReports reports;
    private Jdbi db;
    private Permissions permissions;
    private SettledDays settledDays;

    @Inject
    public CampaignStandings(
            CampaignReports reports, @AppDb Jdbi db, Permissions permissions, SettledDays settledDays) {
        this.reports = reports;
        this.db = db;
        this.permissions = permissions;
        this.settledDays = settledDays;
    }

    @SuppressWarnings("NullAway.Init")
    CampaignStandings() {}

    /// @param campaigns two to five, in the order in which they are wanted
    /// @throws CampaignsNotComparable when they are fewer, more, or of several brands
    /// @throws CampaignNotFound when there is none that the member may see
    @Transactional
    public List<CampaignStanding> read(BrandId brand, List<CampaignId> campaigns) {
        WorkspaceId workspace = permissions.require(brand, Permission.ANALYSE).workspace();
        List<CampaignId> wanted = campaigns.stream().distinct().toList();
        if (wanted.size() < FEWEST || wanted.size() > MOST) {
            throw new CampaignsNotComparable(
                    "Name " + FEWEST + " to " + MOST + " campaigns of the brand, not " + wanted.size() + ".");
        }
        return wanted.stream()
                .map(reports::one)
                .map(report -> standing(workspace, brand, report))
                .toList();
    }

    private CampaignStanding standing(WorkspaceId workspace, BrandId brand, CampaignReport report) {
        if (!report.sheet().brand().equals(brand)) {
            throw new CampaignsNotComparable("\"" + report.sheet().card().name()
                    + "\" belongs to another brand. Compare campaigns of one brand.");
        }
        PerformanceQuery query = new PerformanceQuery(
                brand, report.performance().period(), Step.DAY, report.sheet().id());
        Totals totals = report.performance().totals();
        if (totals == null) {
            // What is there of its posts makes no interval either.
            return new CampaignStanding(report, Change.without(Change.Ground.TOO_FEW), 0);
        }
        List<Tally> posts = db.withHandle(handle -> PostTallies.of(Asked.of(handle, workspace, query), settledDays));
        Change rate = Resampling.of(posts, totals.tally(), DRAWS, 0)
                .difference(Measure.ENGAGEMENT_RATE, 0, Change.ERROR_RATE);
        return new CampaignStanding(report, rate, posts.size());
    }
}
