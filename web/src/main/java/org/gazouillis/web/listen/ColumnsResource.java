package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.listen.SearchColumns;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The caller's columns on the timeline page, for programs.
@Path("desk/v1/columns")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ColumnsResource {
    @Inject
    private SearchColumns columns;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the saved searches that stand side by side on your timeline page",
            answer = SavedSearchJson.class,
            shape = Described.Shape.LIST)
    public ListJson<SavedSearchJson> list() {
        return ListJson.all(columns.mine().stream().map(SavedSearchJson::of).toList());
    }

    @PUT
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Put saved searches side by side, in the place of the columns before",
            answer = SavedSearchJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.SAVED_SEARCH_NOT_FOUND, ProblemType.NOT_VALID})
    public ListJson<SavedSearchJson> arrange(@Nullable ColumnsJson body) {
        if (body == null || body.searches() == null) {
            throw new BadRequestException();
        }
        return ListJson.all(columns
                .arrange(body.searches().stream().map(SavedSearchId::parse).toList())
                .stream()
                .map(SavedSearchJson::of)
                .toList());
    }
}
