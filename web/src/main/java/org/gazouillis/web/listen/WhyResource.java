package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.listen.SearchReasons;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Explains one hit of a search in plain words.
@Path("desk/v1/search/explain")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WhyResource {
    @Inject
    private SearchReasons reasons;

    /// @param id of the found status
    /// @param q the query that found it
    /// @param brand handle of the one brand whose statuses were wanted
    /// @param sort `newest`, `relevance` or `engaged`
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Say why a search finds a status and why it stands where it does, in sentences of the accepted"
                    + " language and for programs",
            answer = WhyJson.class,
            problems = {ProblemType.QUERY_NOT_UNDERSTOOD, ProblemType.STATUS_NOT_FOUND, ProblemType.BRAND_NOT_FOUND})
    public WhyJson explain(
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        var question = new SearchQuestion(q, Wish.orNull(brand), SearchOrder.of(sort), 1, null);
        return WhyJson.of(reasons.of(question, StatusId.parse(id)), Messages.of(Languages.best(languages)));
    }
}
