package org.gazouillis.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.dashboard.CampaignChoice;
import org.gazouillis.dashboard.CampaignChoices;
import org.gazouillis.dashboard.CampaignStandings;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/campaign/compare?brand=&id=&id=`: two to five campaigns of a brand side by side; the latest three unless
/// others are named.
@Named
@RequestScoped
public class CampaignComparePage {
    private static final int FIRST = 3;

    @Inject
    private Shell shell;

    @Inject
    private CampaignChoices choices;

    @Inject
    private CampaignStandings standings;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<CampaignChoice> all = List.of();
    private Set<CampaignId> chosen = Set.of();
    private int asked;
    private List<CampaignColumn> columns = List.of();

    /// A campaign that can be chosen.
    public record Option(String id, String name, boolean chosen) {}

    /// The view action. What is no campaign of the brand is left out.
    public void read() {
        brand = shell.brandOrFirst();
        all = choices.read(brand.id());
        String[] named = request.getParameterValues("id");
        Set<String> wanted = Set.of(
                named == null ? new String[0] : Arrays.stream(named).distinct().toArray(String[]::new));
        List<CampaignId> ids = all.stream()
                .map(CampaignChoice::id)
                .filter(id -> wanted.contains(id.toString()))
                .toList();
        asked = ids.size();
        List<CampaignId> shown = named == null
                ? all.stream().limit(FIRST).map(CampaignChoice::id).toList()
                : ids.stream().limit(CampaignStandings.MOST).toList();
        chosen = shown.stream().collect(Collectors.toSet());
        if (shown.size() >= CampaignStandings.FEWEST) {
            columns = standings.read(brand.id(), shown).stream()
                    .map(standing -> CampaignColumn.of(standing, shell.texts()))
                    .toList();
        }
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<CampaignColumn> getColumns() {
        return columns;
    }

    public List<Option> getOptions() {
        return all.stream()
                .map(each -> new Option(each.id().toString(), each.name(), chosen.contains(each.id())))
                .toList();
    }

    /// The brand has too few campaigns to compare any.
    public boolean isLonely() {
        return all.size() < CampaignStandings.FEWEST;
    }

    /// More were named than stand side by side.
    public boolean isTooMany() {
        return asked > CampaignStandings.MOST;
    }
}
