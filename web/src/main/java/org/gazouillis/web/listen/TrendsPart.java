package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gazouillis.listen.Trend;
import org.gazouillis.listen.Trends;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// The part of the search page that names what trends: for the brand in the address, else everywhere and in the
/// reader's language.
@Named
@RequestScoped
public class TrendsPart {
    @Inject
    private Trends trends;

    @Inject
    private Shell shell;

    /// A list with its heading; none is shown while nothing trends.
    public record Group(String id, String title, List<Row> rows) {}

    /// One hashtag.
    public record Row(String tag, String link, String people, String usual) {}

    public List<Group> getGroups() {
        VisibleBrand brand = shell.getBrand();
        List<Group> groups = brand != null
                ? List.of(group("brand", trends.of(brand.id()), "@" + brand.handle()))
                : List.of(
                        group("all", trends.everywhere(""), ""),
                        group(
                                "lang",
                                trends.everywhere(shell.getLanguage()),
                                shell.getLocale().getDisplayLanguage(shell.getLocale())));
        return groups.stream().filter(group -> !group.rows().isEmpty()).toList();
    }

    private Group group(String which, List<Trend> found, String about) {
        return new Group(
                "trends-" + which,
                shell.texts().text("trends." + which, about),
                found.stream().map(this::row).toList());
    }

    private Row row(Trend trend) {
        VisibleBrand brand = shell.getBrand();
        return new Row(
                "#" + trend.tag(),
                "/listen/search?q=" + URLEncoder.encode("#" + trend.tag(), StandardCharsets.UTF_8)
                        + (brand == null ? "" : "&brand=" + brand.handle()),
                shell.texts().text("trends.people", trend.authors()),
                shell.texts().text("trends.usual", trend.usual()));
    }
}
