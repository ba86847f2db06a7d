package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.gazouillis.kernel.ListId;
import org.gazouillis.microblog.Lists;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/lists/:id`: one list, one's own or that of a brand that the member publishes for.
@Path("v1/lists/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ListResource {
    @Inject
    private Lists lists;

    @PathParam("id")
    private String id = "";

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(summary = "Read a list", answer = ProfileListJson.class, problems = ProblemType.LIST_NOT_FOUND)
    public ProfileListJson read() {
        return ProfileListJson.of(lists.one(ListId.parse(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Rename a list (form)",
            answer = ProfileListJson.class,
            problems = {ProblemType.LIST_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.CONFLICT})
    public ProfileListJson renameForm(MultivaluedMap<String, String> form) {
        return rename(ListTitleJson.of(form));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Rename a list",
            answer = ProfileListJson.class,
            problems = {ProblemType.LIST_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.CONFLICT})
    public ProfileListJson rename(@Nullable ListTitleJson wish) {
        if (wish == null) {
            throw new BadRequestException();
        }
        return ProfileListJson.of(lists.rename(ListId.parse(id), wish.given()));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Delete a list; it can be restored for a day", problems = ProblemType.LIST_NOT_FOUND)
    public JsonObject remove() {
        lists.remove(ListId.parse(id));
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    @POST
    @Path("restore")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Bring a deleted list back, with whom it held",
            answer = ProfileListJson.class,
            problems = {ProblemType.LIST_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.CONFLICT})
    public ProfileListJson restore() {
        return ProfileListJson.of(lists.restore(ListId.parse(id)));
    }
}
