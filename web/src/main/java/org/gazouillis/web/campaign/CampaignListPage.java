package org.gazouillis.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.gazouillis.dashboard.CampaignReports;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/campaign/list?brand=&archived=&from=`: the campaigns of a brand, or of all of them, with goal and pace.
@Named
@RequestScoped
public class CampaignListPage {
    private static final int PAGE = 25;

    @Inject
    private Shell shell;

    @Inject
    private CampaignReports reports;

    @Inject
    private HttpServletRequest request;

    private boolean archived;
    private int from;
    private boolean more;
    private List<CampaignListRow> rows = List.of();

    /// The view action.
    public void read() {
        archived = "true".equals(request.getParameter("archived"));
        from = number(request.getParameter("from"));
        BrandId brand =
                Optional.ofNullable(shell.getBrand()).map(VisibleBrand::id).orElse(null);
        var read = reports.list(brand, archived, from, PAGE + 1);
        more = read.size() > PAGE;
        rows = read.stream()
                .limit(PAGE)
                .map(report -> CampaignListRow.of(report, shell.texts()))
                .toList();
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    public List<CampaignListRow> getRows() {
        return rows;
    }

    public boolean isArchived() {
        return archived;
    }

    /// Whether the page is about all brands: then each row names its own.
    public boolean isOfAllBrands() {
        return shell.getBrand() == null;
    }

    /// Brands for which the member may open campaigns.
    public List<VisibleBrand> getPlannable() {
        VisibleBrand chosen = shell.getBrand();
        return shell.getBrands().stream()
                .filter(brand -> chosen == null || brand.id().equals(chosen.id()))
                .filter(brand -> shell.may(brand.id(), "PLAN_CAMPAIGNS"))
                .toList();
    }

    /// This list of others, for the links that switch between them.
    public String link(boolean putAway) {
        return "/campaign/list" + query(putAway, 0);
    }

    /// The next page; empty when there is none.
    public String getNext() {
        return more ? "/campaign/list" + query(archived, from + PAGE) : "";
    }

    public String getEarlier() {
        return from == 0 ? "" : "/campaign/list" + query(archived, Math.max(0, from - PAGE));
    }

    private String query(boolean putAway, int start) {
        VisibleBrand brand = shell.getBrand();
        String query = (brand == null ? "" : "&brand=" + brand.handle())
                + (putAway ? "&archived=true" : "")
                + (start == 0 ? "" : "&from=" + start);
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }
}
