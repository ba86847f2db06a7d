package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.listen.StatusSearch;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Finds statuses by the words, hashtags, people and days of `docs/search.md`.
@Path("desk/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SearchResource {
    @Inject
    private StatusSearch search;

    /// @param brand handle of the one brand whose statuses are wanted
    /// @param sort `newest` or `relevance`
    /// @param limit 1 to 100; more is cut down to 100
    /// @param cursor `next` of the page before
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Find statuses by words, phrases, hashtags, people and days",
            answer = SearchJson.class,
            problems = {ProblemType.QUERY_NOT_UNDERSTOOD, ProblemType.SEARCH_TOO_BROAD})
    public SearchJson search(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return SearchJson.of(search.search(new SearchQuestion(
                q,
                Wish.orNull(brand),
                SearchOrder.of(sort),
                Math.clamp(limit, 1, SearchQuestion.MAX_LIMIT),
                Wish.orNull(cursor))));
    }
}
