package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.listen.SavedSearches;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Searches that are kept, for programs.
@Path("desk/v1/saved-searches")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SavedSearchesResource {
    @Inject
    private SavedSearches searches;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List your saved searches and those shared with your brands",
            answer = SavedSearchJson.class,
            shape = Described.Shape.LIST)
    public ListJson<SavedSearchJson> list() {
        return ListJson.all(searches.all().stream().map(SavedSearchJson::of).toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Save a search, private or shared with the members of a brand",
            answer = SavedSearchJson.class,
            status = 201,
            problems = {ProblemType.QUERY_NOT_UNDERSTOOD, ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public Response keep(@Nullable SearchIdeaJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        SavedSearchJson kept = SavedSearchJson.of(searches.keep(body.idea()));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(kept), "/api/desk/v1/saved-searches/" + kept.id());
    }
}
