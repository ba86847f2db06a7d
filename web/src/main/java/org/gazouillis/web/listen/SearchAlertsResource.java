package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.listen.Alerts;
import org.gazouillis.listen.BackTests;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Watching a saved search, and what watching it would have brought.
@Path("desk/v1/saved-searches/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SearchAlertsResource {
    @Inject
    private Alerts alerts;

    @Inject
    private BackTests backTests;

    @POST
    @Path("alerts")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Watch a saved search: be told of new posts, or of unusually many",
            answer = AlertJson.class,
            problems = {ProblemType.SAVED_SEARCH_NOT_FOUND, ProblemType.NOT_VALID})
    public AlertJson watch(@PathParam("id") String id, @Nullable AlertWishJson body) {
        AlertWishJson wish = Objects.requireNonNullElse(body, AlertWishJson.PLAIN);
        return AlertJson.of(alerts.watch(SavedSearchId.parse(id), wish.kindOrMatch(), wish.wish()));
    }

    /// @param zone IANA name; its hours are counted
    /// @param strength 1 (often) to 20 (hardly ever), 3 by default
    /// @param least posts in an hour, 5 by default
    @GET
    @Path("back-test")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Tell what alerts on a saved search would have told of in the last thirty days",
            answer = BackTestJson.class,
            problems = {ProblemType.SAVED_SEARCH_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.SEARCH_TOO_BROAD})
    public BackTestJson backTest(
            @PathParam("id") String id,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("strength") @Nullable Double strength,
            @QueryParam("least") @Nullable Integer least) {
        AlertWishJson wish = new AlertWishJson(null, null, null, null, zone, null, strength, least);
        return BackTestJson.of(backTests.of(SavedSearchId.parse(id), wish.wish()));
    }
}
