package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.listen.Breakdowns;
import org.gazouillis.listen.SearchStep;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Counts what a search finds, for programs.
@Path("desk/v1/search/breakdown")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class BreakdownResource {
    @Inject
    private Breakdowns breakdowns;

    /// @param q in the language of `docs/search.md`; empty counts everything
    /// @param brand handle of the one brand whose statuses are counted
    /// @param step `hour`, `day` or `week`; else the finest that gives a picture
    /// @param top values of each facet, 1 to 100
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Count what a search finds: exactly, in time, and by hashtag, author, language, source, brand,"
                    + " campaign and site",
            answer = BreakdownJson.class,
            problems = {ProblemType.QUERY_NOT_UNDERSTOOD, ProblemType.SEARCH_TOO_BROAD, ProblemType.BRAND_NOT_FOUND})
    public BreakdownJson count(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("step") @DefaultValue("") String step,
            @QueryParam("top") @DefaultValue("10") int top) {
        return BreakdownJson.of(
                breakdowns.of(q, Wish.orNull(brand), SearchStep.of(step), Math.clamp(top, 1, Breakdowns.MOST)));
    }
}
