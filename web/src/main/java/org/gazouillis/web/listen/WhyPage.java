package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.listen.FoundBecause;
import org.gazouillis.listen.NotFoundBySearch;
import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.listen.SearchReasons;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/listen/why?id=&q=&brand=&sort=`: why a search finds one post. The search page brings its sentences in under the
/// post; without script they stand on a page of their own.
@Named
@RequestScoped
public class WhyPage {
    @Inject
    private SearchReasons reasons;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private String query = "";
    private List<FoundCard> found = List.of();
    private @Nullable WhyWords words;

    /// The view action.
    public void read() {
        query = Wish.orEmpty(request.getParameter("q"));
        var question = new SearchQuestion(
                query,
                Wish.orNull(request.getParameter("brand")),
                SearchOrder.of(Wish.orEmpty(request.getParameter("sort"))),
                1,
                null);
        try {
            FoundBecause because = reasons.of(question, StatusId.parse(Wish.orEmpty(request.getParameter("id"))));
            words = WhyWords.of(because, shell.texts(), shell.getZone());
            found = List.of(FoundCard.of(because.status(), shell.getLocale(), shell.getZone()));
        } catch (NotFoundBySearch | QueryNotUnderstood | MalformedId gone) {
            words = null;
        }
    }

    public String getQuery() {
        return query;
    }

    /// The post, or nothing when the search does not find it any more.
    public List<FoundCard> getFound() {
        return found;
    }

    /// Null when the search does not find it any more.
    public @Nullable WhyWords getWords() {
        return words;
    }
}
