package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.listen.SavedSearch;
import org.gazouillis.listen.SavedSearches;
import org.gazouillis.listen.SearchColumns;
import org.gazouillis.listen.SearchTooBroad;
import org.gazouillis.listen.StatusSearch;
import org.gazouillis.web.shell.Shell;

/// `/timeline/columns`: saved searches side by side, each with its newest posts.
@Named
@RequestScoped
public class ColumnsPage {
    private static final int PAGE = 20;

    @Inject
    private SearchColumns columns;

    @Inject
    private SavedSearches searches;

    @Inject
    private StatusSearch statuses;

    @Inject
    private Shell shell;

    private List<Column> shown = List.of();
    private List<SavedSearch> others = List.of();

    /// One column.
    ///
    /// @param trouble why it could not be filled; empty when it could
    public record Column(
            String id,
            String name,
            String query,
            String link,
            List<FoundCard> posts,
            String trouble,
            int place,
            int of) {
        public boolean first() {
            return place == 0;
        }

        public boolean last() {
            return place == of - 1;
        }
    }

    /// The view action.
    public void read() {
        List<SavedSearch> mine = columns.mine();
        Set<SavedSearchId> ids = mine.stream().map(SavedSearch::id).collect(Collectors.toSet());
        List<Column> filled = new ArrayList<>();
        mine.forEach(search -> filled.add(column(search, filled.size(), mine.size())));
        shown = filled;
        others = searches.all().stream()
                .filter(search -> !ids.contains(search.id()))
                .toList();
    }

    /// One that cannot be asked any more leaves the others alone.
    private Column column(SavedSearch search, int place, int of) {
        List<FoundCard> posts = List.of();
        String trouble = "";
        try {
            posts = statuses.search(search.question(PAGE, null).newest()).items().stream()
                    .map(found -> FoundCard.of(found, shell.getLocale(), shell.getZone()))
                    .toList();
        } catch (QueryNotUnderstood notUnderstood) {
            trouble = shell.texts().text("search.fault." + notUnderstood.fault());
        } catch (SearchTooBroad tooBroad) {
            trouble = shell.texts().text("search.broad");
        }
        return new Column(
                search.id().toString(),
                search.name(),
                search.query(),
                SavedPage.address(search),
                posts,
                trouble,
                place,
                of);
    }

    public List<Column> getShown() {
        return shown;
    }

    /// What could be a column, too.
    public List<SavedSearch> getOthers() {
        return others;
    }
}
