package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/dashboard/explore-posts?…&row=&column=`: the posts behind a cell, a row or a column of Explore, with their part in
/// its figures.
@Named
@RequestScoped
public class ExplorePostsPage {
    @Inject
    private Exploring exploring;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    private @Nullable View view;

    private record View(
            VisibleBrand brand,
            ExploreAddress address,
            Exploring.Answer answer,
            @Nullable ExploreTable table) {}

    /// The view action.
    public void read() {
        VisibleBrand brand = shell.brandOrFirst();
        Map<String, List<String>> parameters = ExplorePage.parameters();
        ExploreAddress address = ExploreAddress.read(parameters, brand.handle());
        Map<Axis, String> within = new EnumMap<>(Axis.class);
        put(within, address.rows(), parameters.get("row"));
        put(within, address.columns(), parameters.get("column"));
        Exploring.Answer answer = exploring.askForPosts(brand, address, within, shell.texts());
        Pivot pivot = answer.pivot();
        ExploreTable.Look look = new ExploreTable.Look(address.with("columns", ""), axes(), figures());
        view = new View(brand, address, answer, pivot == null ? null : ExploreTable.of(pivot, look));
    }

    private static void put(Map<Axis, String> within, @Nullable Axis axis, @Nullable List<String> key) {
        if (axis != null && key != null && !key.isEmpty() && !key.getFirst().isBlank()) {
            within.put(axis, key.getFirst());
        }
    }

    private View view() {
        View read = view;
        if (read == null) {
            throw new IllegalStateException("the view action has not read the posts");
        }
        return read;
    }

    public VisibleBrand getBrand() {
        return view().brand();
    }

    /// "Campaign: Spring · Language: French".
    public String getCell() {
        Pivot pivot = view().answer().pivot();
        return pivot == null
                ? ""
                : pivot.within().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> shell.texts()
                                .text(
                                        "explore.cell",
                                        axes().name(each.getKey()),
                                        axes().label(each.getKey(), each.getValue(), 0)))
                        .collect(Collectors.joining(" · "));
    }

    /// Why there is no answer; empty when there is one.
    public String getTrouble() {
        return view().answer().fault() == null
                ? view().answer().trouble()
                : shell.texts().text("explore.fault");
    }

    /// Null while there is no answer.
    public @Nullable ExploreTable getTable() {
        return view().table();
    }

    public boolean isEmptyHanded() {
        Pivot pivot = view().answer().pivot();
        return pivot != null && pivot.rows().isEmpty();
    }

    public String getBack() {
        return view().address().toString();
    }

    public String getQuery() {
        return view().address().query();
    }

    public String getNote() {
        TimeText times = new TimeText(shell.getLocale(), view().brand().zone());
        return times.days(view().address().resolve(view().brand().zone(), clock.instant())) + " · "
                + view().address().window().definition(shell.getLocale());
    }

    private AxisText axes() {
        return new AxisText(shell.getLocale(), shell.texts());
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }
}
