package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gazouillis.dashboard.Against;
import org.gazouillis.dashboard.BrandStanding;
import org.gazouillis.dashboard.BrandStandings;
import org.gazouillis.dashboard.BrandTable;
import org.gazouillis.rollup.MeasureDefinition;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/dashboard/brands?period=&from=&to=&against=&since=&sort=&q=`: all brands side by side, trouble first.
@Named
@RequestScoped
public class BrandsPage {
    private static final List<BrandOrder> FIGURES = List.of(
            BrandOrder.POSTS, BrandOrder.IMPRESSIONS, BrandOrder.ENGAGEMENTS, BrandOrder.RATE, BrandOrder.REACH);

    @Inject
    private BrandStandings standings;

    @Inject
    private Permissions permissions;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    private BrandsAddress address = BrandsAddress.read(Map.of());
    private List<BrandStanding> all = List.of();
    private List<BrandLine> lines = List.of();

    /// The head of a column.
    ///
    /// @param sort value of `aria-sort`; null when the rows are not in its order
    public record Head(String label, String link, @Nullable String sort) {}

    /// The view action.
    public void read() {
        address = BrandsAddress.read(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
        Instant now = clock.instant();
        all = standings.read(zone -> address.figures().resolve(zone, now), address.figures()::other);
        FigureText figures = new FigureText(shell.getLocale());
        lines = address.order().of(all, address.words()).stream()
                .map(brand -> BrandLine.of(brand, address, figures, shell.texts(), now))
                .toList();
    }

    public List<BrandLine> getLines() {
        return lines;
    }

    /// Whether the member sees any brand at all.
    public boolean isAny() {
        return !all.isEmpty();
    }

    /// "3 brands, 1 needs somebody".
    public String getSummary() {
        long needy = lines.stream().filter(line -> !line.needs().isEmpty()).count();
        return shell.texts().text("brands.summary", lines.size(), needy);
    }

    /// "Each brand's days are those of its own zone. Counted until 09:10 UTC."
    public String getFreshness() {
        if (all.isEmpty()) {
            return "";
        }
        Instant asOf = all.getFirst().figures().now().asOf();
        String time = new TimeText(shell.getLocale(), ZoneOffset.UTC).moment(asOf);
        return shell.texts().text("brands.freshness", time);
    }

    /// Figures of some brand are still to come.
    public boolean isBehind() {
        Instant now = clock.instant();
        return all.stream().anyMatch(brand -> brand.figures().now().behind(now));
    }

    public String getWords() {
        return address.words();
    }

    public String getSortKey() {
        return address.order().key();
    }

    public String getPeriodKey() {
        return address.figures().period();
    }

    public String getAgainstKey() {
        return address.figures().against().key();
    }

    /// First day of a period that is said by dates; empty else.
    public String getFrom() {
        return text(address.figures().from());
    }

    public String getTo() {
        return text(address.figures().to());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    public List<Choice> getPeriods() {
        return Stream.of("7d", "28d", "90d")
                .map(period -> new Choice(
                        shell.texts().text("analytics.period." + period),
                        address.with("period", period).toString(),
                        "d " + period.charAt(0),
                        period.equals(address.figures().period())))
                .toList();
    }

    public List<Choice> getOthers() {
        return Stream.of(Against.values())
                .map(against -> new Choice(
                        shell.texts().text("analytics.against." + against.key()),
                        address.with("against", against.key()).toString(),
                        "",
                        against == address.figures().against()))
                .toList();
    }

    /// Heads of the columns of figures; each orders the rows by itself.
    public List<Head> getHeads() {
        return FIGURES.stream().map(order -> head(order, "descending")).toList();
    }

    public Head getNameHead() {
        return head(BrandOrder.NAME, "ascending");
    }

    public Head getTroubleHead() {
        return head(BrandOrder.TROUBLE, "descending");
    }

    private Head head(BrandOrder order, String way) {
        return new Head(
                shell.texts().text("brands.sort." + order.key()),
                address.with("sort", order.key()).toString(),
                order == address.order() ? way : null);
    }

    /// All brands again.
    public String getWhole() {
        return address.with("q", "").toString();
    }

    /// The same as a file; empty when the member may take out none of it.
    public String getFile() {
        return all.stream().anyMatch(brand -> permissions.may(brand.id(), Permission.EXPORT)) ? address.file() : "";
    }

    public List<MeasureDefinition> getDefinitions() {
        return BrandTable.MEASURES.stream()
                .map(measure -> measure.definition(shell.getLocale()))
                .toList();
    }
}
