package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.listen.Completions;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Completes what somebody is typing into a query.
@Path("desk/v1/search/completions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CompletionsResource {
    @Inject
    private Completions completions;

    /// @param piece the part of the query that ends at the caret, such as `#pri` or `from:ma`
    /// @param brand handle of the one brand that is asked about
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Complete a part of a query by hashtags, people, brands, campaigns and operators that there are",
            answer = CompletionsJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.SEARCH_TOO_BROAD})
    public CompletionsJson complete(
            @QueryParam("piece") @DefaultValue("") String piece, @QueryParam("brand") @Nullable String brand) {
        return new CompletionsJson(completions.of(piece, Wish.orNull(brand)));
    }
}
