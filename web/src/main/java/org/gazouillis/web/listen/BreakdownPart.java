package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gazouillis.listen.Breakdown;
import org.gazouillis.listen.Breakdowns;
import org.gazouillis.listen.SearchFacet;
import org.gazouillis.listen.SearchTooBroad;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// The part of the search page that counts what was found: bars in time to brush over, and the most frequent values
/// of each facet to narrow by. Read when the page shows it.
@Named
@RequestScoped
public class BreakdownPart {
    private static final int TOP = 8;

    @Inject
    private Breakdowns breakdowns;

    @Inject
    private SearchPage page;

    @Inject
    private Shell shell;

    private @Nullable Breakdown read;
    private @Nullable BarChart chart;
    private boolean tooBroad;

    /// A facet with its heading; one that tells nothing apart is not shown.
    public record Group(String title, List<Value> values) {}

    /// One value, and the address of the search that is narrowed by it.
    public record Value(String name, String count, String link) {}

    /// One part of the query, and the address of the search without it.
    public record Chip(String text, String without) {}

    /// Whether there is anything to be shown.
    public boolean isShown() {
        try {
            return page.isAsked()
                    && page.getFault() == null
                    && !breakdown().bars().isEmpty();
        } catch (SearchTooBroad uncounted) {
            tooBroad = true;
            return false;
        }
    }

    /// Whether a page of posts was found in time, and all of them could not be counted in time.
    public boolean isTooBroad() {
        return tooBroad && page.getTrouble().isEmpty();
    }

    /// "1,284 posts in all"; the exact number, where the head of the list may say "more than".
    public String getTotal() {
        return shell.texts().text("search.breakdown.total", breakdown().total());
    }

    /// Made once, however often the page asks.
    public BarChart getChart() {
        if (chart == null) {
            chart = BarChart.of(breakdown(), new FigureText(shell.getLocale()), shell.texts(), this::within);
        }
        return Objects.requireNonNull(chart);
    }

    private String within(String since, String until) {
        QueryPieces limited = QueryPieces.of(pieces().timeless().with("since:" + since));
        return page.keepingOrder(limited.with("until:" + until));
    }

    /// The query without its limits in time, to which a brush adds new ones.
    public String getTimeless() {
        return pieces().timeless().toString();
    }

    public List<Group> getGroups() {
        return Stream.of(SearchFacet.values())
                .map(this::group)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Group> group(SearchFacet facet) {
        List<Breakdown.Value> values = breakdown().facets().getOrDefault(facet, List.of());
        boolean tells =
                values.stream().anyMatch(value -> value.count() < breakdown().total());
        if (!tells) {
            return Optional.empty();
        }
        FigureText figures = new FigureText(shell.getLocale());
        String title = shell.texts().text("search.facet." + facet.word());
        return Optional.of(new Group(
                title,
                values.stream()
                        .map(value -> new Value(
                                shown(facet, value.name()),
                                figures.count(value.count()),
                                page.keepingOrder(pieces().with(value.term()))))
                        .toList()));
    }

    private String shown(SearchFacet facet, String name) {
        return switch (facet) {
            case HASHTAG -> "#" + name;
            case AUTHOR -> "@" + name;
            case LANGUAGE -> Locale.forLanguageTag(name).getDisplayLanguage(shell.getLocale());
            case BRAND ->
                shell.getBrands().stream()
                        .filter(brand -> brand.handle().equals(name))
                        .map(VisibleBrand::name)
                        .findFirst()
                        .orElse(name);
            default -> name;
        };
    }

    /// The parts of the query that were said by a sign or a name, each to be taken out by one press.
    public List<Chip> getChips() {
        QueryPieces pieces = pieces();
        return pieces.signed().stream()
                .map(at -> new Chip(pieces.pieces().get(at), page.keepingOrder(pieces.without(at))))
                .toList();
    }

    private QueryPieces pieces() {
        return QueryPieces.of(page.getQuery());
    }

    private Breakdown breakdown() {
        if (read == null) {
            String brand = Optional.ofNullable(shell.getBrand())
                    .map(VisibleBrand::handle)
                    .orElse(null);
            read = breakdowns.of(page.getQuery(), brand, Optional.empty(), TOP);
        }
        return Objects.requireNonNull(read);
    }
}
