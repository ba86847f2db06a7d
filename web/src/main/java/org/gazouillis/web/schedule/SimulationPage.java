package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.dashboard.Finding;
import org.gazouillis.dashboard.SimulatedPlan;
import org.gazouillis.dashboard.SimulationReader;
import org.gazouillis.dashboard.Simulator;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/schedule/simulation?brand=&days=&apart=&perDay=`: the brand's plan rehearsed, what would go wrong by its kind.
@Named
@RequestScoped
public class SimulationPage {
    private static final int DAYS = 90;
    private static final int APART = 30;
    private static final int MOST_OF_KIND = 50;
    private static final int DAY_MINUTES = 1_440;

    @Inject
    private Shell shell;

    @Inject
    private SimulationReader reader;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private int days = DAYS;
    private int apart = APART;
    private int perDay;
    private int posts;
    private boolean complete = true;
    private List<FindingGroup> groups = List.of();

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        days = number("days", DAYS, 1, SimulationReader.MOST_DAYS);
        apart = number("apart", APART, 0, DAY_MINUTES);
        perDay = number("perDay", 0, 0, DAY_MINUTES);
        SimulatedPlan plan = reader.read(brand, days, Duration.ofMinutes(apart), perDay);
        posts = plan.posts().size();
        complete = plan.complete();
        groups = groups(Simulator.rehearse(plan));
    }

    private List<FindingGroup> groups(List<Finding> findings) {
        Map<Finding.Kind, List<Finding>> byKind = findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::kind, () -> new EnumMap<>(Finding.Kind.class), Collectors.toList()));
        FindingWords words = new FindingWords(shell.texts(), brand);
        return byKind.entrySet().stream()
                .map(each -> words.group(each.getKey(), each.getValue(), MOST_OF_KIND))
                .toList();
    }

    private int number(String name, int otherwise, int least, int most) {
        try {
            String text = request.getParameter(name);
            return text == null || text.isBlank() ? otherwise : Math.clamp(Integer.parseInt(text.strip()), least, most);
        } catch (NumberFormatException nonsense) {
            return otherwise;
        }
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public int getDays() {
        return days;
    }

    public int getApart() {
        return apart;
    }

    public int getPerDay() {
        return perDay;
    }

    public boolean isComplete() {
        return complete;
    }

    /// Empty when nothing would go wrong.
    public List<FindingGroup> getGroups() {
        return groups;
    }

    /// "1,250 posts of the next 90 days were looked at."
    public String getScope() {
        return shell.texts().text("simulation.scope", posts, days);
    }
}
