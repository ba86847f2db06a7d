package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.gazouillis.microblog.Lists;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.openapi.Described.Shape;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/lists`: one's lists of profiles, with `?as=` those of a brand that the member publishes for.
@Path("v1/lists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ListsResource {
    @Inject
    private Lists lists;

    @Inject
    private Viewer viewer;

    @QueryParam("as")
    private @Nullable String as;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read one's lists",
            answer = ProfileListJson.class,
            shape = Shape.ARRAY,
            problems = ProblemType.PROFILE_NOT_FOUND)
    public List<ProfileListJson> all() {
        return lists.all(viewer.named(as)).stream().map(ProfileListJson::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Make a list (form)",
            answer = ProfileListJson.class,
            problems = {ProblemType.NOT_VALID, ProblemType.CONFLICT, ProblemType.PROFILE_NOT_FOUND})
    public ProfileListJson createForm(MultivaluedMap<String, String> form) {
        return create(ListTitleJson.of(form));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Make a list",
            answer = ProfileListJson.class,
            problems = {ProblemType.NOT_VALID, ProblemType.CONFLICT, ProblemType.PROFILE_NOT_FOUND})
    public ProfileListJson create(@Nullable ListTitleJson wish) {
        if (wish == null) {
            throw new BadRequestException();
        }
        return ProfileListJson.of(lists.create(wish.given(), viewer.named(as)));
    }
}
