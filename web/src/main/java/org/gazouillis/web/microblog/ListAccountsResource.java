package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.Lists;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.openapi.Described.Shape;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/lists/:id/accounts`: who stands on a list. Nobody has to be followed for that. Whom to take off may stand
/// in the address or in the body.
@Path("v1/lists/{id}/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ListAccountsResource {
    @Inject
    private Lists lists;

    @PathParam("id")
    private String id = "";

    /// Whom to take off.
    @QueryParam("account_ids[]")
    private List<String> named = List.of();

    @Inject
    private HttpServletRequest request;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read who stands on a list",
            answer = AccountJson.class,
            shape = Shape.ARRAY,
            problems = ProblemType.LIST_NOT_FOUND)
    public Response members(@BeanParam AccountPaging paging) {
        return paging.page(lists.members(list()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Put profiles on a list (form)",
            problems = {ProblemType.LIST_NOT_FOUND, ProblemType.NOT_VALID})
    public JsonObject addForm(MultivaluedMap<String, String> form) {
        return add(AccountIdsJson.of(form));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Put profiles on a list, at most 500 in all",
            problems = {ProblemType.LIST_NOT_FOUND, ProblemType.NOT_VALID})
    public JsonObject add(@Nullable AccountIdsJson wish) {
        if (wish == null) {
            throw new BadRequestException();
        }
        lists.add(list(), wish.profiles());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    /// Clients name them in the address, in a form, or as JSON; the server itself reads no body of this verb.
    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Take profiles off a list",
            problems = {ProblemType.LIST_NOT_FOUND, ProblemType.MALFORMED_JSON})
    public JsonObject drop() throws IOException {
        Stream<ProfileId> inAddress = named.stream().map(ProfileId::parse);
        Stream<ProfileId> inBody = AccountIdsJson.in(request).profiles().stream();
        lists.drop(list(), Stream.concat(inAddress, inBody).toList());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private ListId list() {
        return ListId.parse(id);
    }
}
