package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.dashboard.SavedView;
import org.gazouillis.dashboard.SavedViews;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.listen.MarkedQuery;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/dashboard/explore?brand=&scope=&period=&from=&to=&window=&rows=&columns=&measures=&show=&q=&top=&sort=&reverse=`
///
/// Any measures by any one or two dimensions of a brand, or of all brands of the member.
@Named
@RequestScoped
public class ExplorePage {
    @Inject
    private Exploring exploring;

    @Inject
    private SavedViews savedViews;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    private @Nullable View view;

    /// Everything the page shows, read once.
    private record View(
            VisibleBrand brand,
            ExploreAddress address,
            Exploring.Answer answer,
            @Nullable ExploreTable table,
            List<SavedView> views) {}

    /// A measure in words, with what its figure of the whole is made of.
    ///
    /// @param exact how exactly its people were counted; empty when there are none in it
    public record Definition(String name, String text, String made, String exact, int version) {}

    /// A view that is kept.
    ///
    /// @param link shows it
    /// @param note whose it is; empty for the reader's own that nobody else sees
    public record ViewRow(
            String id, String name, String link, String note, boolean shared, boolean mine, boolean changeable) {}

    /// The view action: reads the address, then the figures.
    public void read() {
        VisibleBrand brand = shell.brandOrFirst();
        ExploreAddress address = ExploreAddress.read(parameters(), brand.handle());
        Exploring.Answer answer = exploring.ask(brand, address, shell.texts());
        Pivot pivot = answer.pivot();
        view = new View(
                brand,
                address,
                answer,
                pivot == null ? null : ExploreTable.of(pivot, new ExploreTable.Look(address, axes(), figures())),
                savedViews.all(brand.id()));
    }

    static Map<String, List<String>> parameters() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Arrays.asList(each.getValue())));
    }

    private View view() {
        View read = view;
        if (read == null) {
            throw new IllegalStateException("the view action has not read the figures");
        }
        return read;
    }

    public VisibleBrand getBrand() {
        return view().brand();
    }

    public ExploreForm getForm() {
        return new ExploreForm(view().address(), axes(), shell.texts(), shell.getLocale());
    }

    public String getQuery() {
        return view().address().query();
    }

    /// Null when the query was understood.
    public @Nullable MarkedQuery getFault() {
        return view().answer().fault();
    }

    /// Why a good question is not answered; empty when it is.
    public String getTrouble() {
        return view().answer().trouble();
    }

    /// Null while there is no answer.
    public @Nullable ExploreTable getTable() {
        return view().table();
    }

    /// What the address says but the form does not ask.
    public String getShownKey() {
        return view().address().shown().key();
    }

    public String getWindowKey() {
        return view().address().window().key();
    }

    public String getState() {
        return view().address().state();
    }

    public String getShownName() {
        return view().address().shown().definition(shell.getLocale()).name();
    }

    public String getFirstDay() {
        return period().firstDay().toString();
    }

    public String getLastDay() {
        return period().lastDay().toString();
    }

    /// "Impressions by campaign, 1 – 28 November".
    public String getSummary() {
        return shell.texts()
                .text(
                        "explore.summary",
                        getShownName(),
                        axes().name(view().address().rows()).toLowerCase(shell.getLocale()),
                        times().days(period()));
    }

    public String getDays() {
        return times().days(period());
    }

    public String getWindowText() {
        return view().address().window().definition(shell.getLocale());
    }

    public String getFreshness() {
        Pivot pivot = view().answer().pivot();
        return pivot == null
                ? ""
                : shell.texts()
                        .text("analytics.freshness", view().brand().zone().getId(), times().moment(pivot.asOf()));
    }

    public String getChart() {
        ExploreTable table = view().table();
        Pivot pivot = view().answer().pivot();
        return table == null || pivot == null
                ? ""
                : BarSeries.json(pivot, table, view().address().shown(), getShownName());
    }

    /// Whether the index may miss posts that the query would find.
    public boolean isIncomplete() {
        Pivot pivot = view().answer().pivot();
        return pivot != null && !pivot.complete();
    }

    /// Whether nothing is there that could be shown.
    public boolean isEmptyHanded() {
        Pivot pivot = view().answer().pivot();
        return pivot != null
                && view().address().measures().stream()
                        .map(measure -> measure.of(pivot.whole()).value())
                        .allMatch(value -> value == null || value.doubleValue() == 0);
    }

    public List<Definition> getDefinitions() {
        Pivot pivot = view().answer().pivot();
        return pivot == null
                ? List.of()
                : view().address().measures().stream()
                        .map(measure -> definition(measure, measure.of(pivot.whole())))
                        .toList();
    }

    private Definition definition(Measure measure, Figure whole) {
        var words = measure.definition(shell.getLocale());
        String exact = whole.standardError() > 0
                ? shell.texts().text("analytics.sketched", figures().error(whole.standardError()))
                : measure.countsPeople() ? shell.texts().text("analytics.exact") : "";
        return new Definition(
                words.name(), words.text(), MeasureTile.made(words, whole, figures()), exact, measure.version());
    }

    public List<ViewRow> getViews() {
        return view().views().stream().map(this::row).toList();
    }

    private ViewRow row(SavedView saved) {
        String note = !saved.mine()
                ? shell.texts().text("explore.views.by", saved.maker())
                : saved.shared() ? shell.texts().text("explore.views.shared") : "";
        return new ViewRow(
                saved.id().toString(),
                saved.name(),
                ExploreAddress.parse(saved.state(), view().brand().handle()).toString(),
                note,
                saved.shared(),
                saved.mine(),
                saved.changeable());
    }

    public boolean isMayShare() {
        return shell.may(view().brand().id(), "SET_RULES");
    }

    private Period period() {
        return view().address().resolve(view().brand().zone(), clock.instant());
    }

    private AxisText axes() {
        return new AxisText(shell.getLocale(), shell.texts());
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }

    private TimeText times() {
        return new TimeText(shell.getLocale(), view().brand().zone());
    }
}
