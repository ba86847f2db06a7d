package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.listen.Alert;
import org.gazouillis.listen.Alerts;
import org.gazouillis.listen.SavedSearch;
import org.gazouillis.listen.SavedSearches;
import org.gazouillis.listen.SearchColumns;
import org.gazouillis.web.shell.Shell;

/// `/listen/saved`: the searches that are kept, and what can be done with them.
@Named
@RequestScoped
public class SavedPage {
    @Inject
    private SavedSearches searches;

    @Inject
    private SearchColumns columns;

    @Inject
    private Alerts alerts;

    @Inject
    private Shell shell;

    private List<Row> rows = List.of();

    /// One saved search.
    ///
    /// @param link asks it
    /// @param shared whom else it is shown to, in words; empty when it is private
    /// @param sharedWith the brand's handle, empty when it is private
    /// @param ways in which it can still be watched
    public record Row(
            String id,
            String name,
            String query,
            String link,
            String shared,
            String sharedWith,
            boolean mine,
            boolean changeable,
            boolean watched,
            List<Way> ways,
            boolean column) {}

    /// A way to watch a search.
    public record Way(String kind, String label, String icon) {}

    /// The view action.
    public void read() {
        Set<SavedSearchId> side = columns.mine().stream().map(SavedSearch::id).collect(Collectors.toSet());
        List<Alert> watched = alerts.mine();
        rows = searches.all().stream()
                .map(search -> row(search, ways(search, watched), side.contains(search.id())))
                .toList();
    }

    private List<Way> ways(SavedSearch search, List<Alert> watched) {
        return Stream.of(
                        new Way("MATCH", shell.texts().text("saved.watch.match"), "pi-bell"),
                        new Way("VOLUME", shell.texts().text("saved.watch.volume"), "pi-chart-line"))
                .filter(way -> watched.stream()
                        .noneMatch(alert -> alert.search().equals(search.id())
                                && alert.kind().name().equals(way.kind())))
                .toList();
    }

    private Row row(SavedSearch search, List<Way> ways, boolean column) {
        String with = Objects.requireNonNullElse(search.sharedWith(), "");
        String shared = with.isEmpty()
                ? ""
                : search.mine()
                        ? shell.texts().text("saved.shared", with)
                        : shell.texts().text("saved.shared.by", with, search.maker());
        return new Row(
                search.id().toString(),
                search.name(),
                search.query(),
                address(search),
                shared,
                with,
                search.mine(),
                search.changeable(),
                search.watched(),
                ways,
                column);
    }

    static String address(SavedSearch search) {
        String only = search.only() == null ? "" : "&brand=" + search.only();
        return "/listen/search?q=" + URLEncoder.encode(search.query(), StandardCharsets.UTF_8) + only + "&sort="
                + search.order().word();
    }

    public List<Row> getRows() {
        return rows;
    }
}
