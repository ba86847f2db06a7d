package org.gazouillis.web.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.CampaignPosts;
import org.gazouillis.dashboard.CampaignReport;
import org.gazouillis.dashboard.CampaignReports;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.dashboard.SeriesChart;
import org.gazouillis.web.dashboard.SeriesRow;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/campaign/one?brand=&id=&tab=`: one campaign with goal, figures, plan and posts.
@Named
@RequestScoped
public class CampaignPage {
    private static final int PAGE = 50;
    private static final Set<String> TABS = Set.of("figures", "plan", "posts");
    private static final Set<PostState> SHOWN = EnumSet.complementOf(EnumSet.of(PostState.CANCELLED));
    private static final Set<PostState> TROUBLE = EnumSet.of(PostState.HELD, PostState.MISSED, PostState.FAILED);
    private static final List<Measure> TILES =
            List.of(Measure.IMPRESSIONS, Measure.REACH, Measure.ENGAGEMENTS, Measure.CLICKS, Measure.POSTS_PUBLISHED);

    @Inject
    private Shell shell;

    @Inject
    private CampaignReports reports;

    @Inject
    private CampaignPosts posts;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private CampaignReport report;

    private String tab = "figures";
    private @Nullable PaceText pace;
    private List<SeriesRow> series = List.of();
    private List<PlanWeek> weeks = List.of();
    private @Nullable CampaignPostsView shown;

    /// Reads what the tab shows, once.
    @PostConstruct
    void read() {
        report = reports.one(
                CampaignId.parse(Optional.ofNullable(request.getParameter("id")).orElse("")));
        String wanted = request.getParameter("tab");
        tab = wanted != null && TABS.contains(wanted) ? wanted : "figures";
        pace = PaceText.of(report, shell.texts());
        switch (tab) {
            case "plan" ->
                weeks = PlanWeek.of(
                        report.sheet().card(), posts.days(report.sheet().id()), shell.texts());
            case "posts" -> shown = readPosts();
            default -> series = CampaignSeries.of(report, shell.texts());
        }
    }

    private CampaignPostsView readPosts() {
        String state = request.getParameter("state");
        Set<PostState> states = "trouble".equals(state) ? TROUBLE : CampaignPostsView.states(state, SHOWN);
        CampaignPosts.Page page = posts.read(report.sheet().id(), states, request.getParameter("after"), PAGE);
        return CampaignPostsView.of(page, state, report, shell.texts());
    }

    /// The view action: who switches to another brand sees that brand's campaigns.
    public void open() throws IOException {
        String brand = request.getParameter("brand");
        if (brand != null && !brand.equals(report.brand().handle())) {
            FacesContext.getCurrentInstance().getExternalContext().redirect("/campaign/list?brand=" + brand);
        }
    }

    public String getId() {
        return report.sheet().id().toString();
    }

    public VisibleBrand getBrand() {
        return report.brand();
    }

    public CampaignText getText() {
        return CampaignText.of(report, shell.texts());
    }

    /// Null without a goal.
    public @Nullable PaceText getPace() {
        return pace;
    }

    public List<CampaignTile> getTiles() {
        Stream<Measure> measures = TILES.contains(report.measure())
                ? TILES.stream()
                : Stream.concat(Stream.of(report.measure()), TILES.stream());
        return measures.map(measure -> CampaignTile.of(measure, report, shell.getLocale()))
                .toList();
    }

    public List<SeriesRow> getSeries() {
        return series;
    }

    public String getChart() {
        return SeriesChart.json(
                getSeries(), report.measure(), getMeasureName(), shell.texts().text("campaign.chart.needed"));
    }

    public String getMeasureName() {
        return report.measure().definition(shell.getLocale()).name();
    }

    /// What the chart tells, for those who cannot see it.
    public String getChartSummary() {
        return shell.texts().text("campaign.chart", getMeasureName(), getText().days());
    }

    public String getFreshness() {
        return shell.texts()
                .text(
                        "analytics.freshness",
                        report.brand().zone().getId(),
                        times().moment(report.performance().asOf()));
    }

    public List<PlanWeek> getWeeks() {
        return weeks;
    }

    /// Null on the other tabs.
    public @Nullable CampaignPostsView getPosts() {
        return shown;
    }

    public String getTab() {
        return tab;
    }

    /// This page with another tab.
    public String link(String wanted) {
        return getLink() + "&tab=" + wanted;
    }

    public String getLink() {
        return "/campaign/one?brand=" + report.brand().handle() + "&id=" + getId();
    }

    public boolean isMayPlan() {
        return shell.may(report.brand().id(), "PLAN_CAMPAIGNS");
    }

    /// For the deeds beside this page.
    public CampaignReport getReport() {
        return report;
    }

    private TimeText times() {
        return new TimeText(shell.getLocale(), report.brand().zone());
    }
}
