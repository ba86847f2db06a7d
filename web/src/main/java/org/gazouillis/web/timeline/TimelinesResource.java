package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.kernel.ListId;
import org.gazouillis.microblog.Lists;
import org.gazouillis.timeline.TimelineReader;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.microblog.Paging;
import org.gazouillis.web.microblog.StatusJson;
import org.gazouillis.web.microblog.Viewer;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.openapi.Described.Shape;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/timelines`: newest first, paged by status id with the header `Link`.
@Path("v1/timelines")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TimelinesResource {
    @Inject
    private TimelineReader timelines;

    @Inject
    private Lists lists;

    @Inject
    private Viewer viewer;

    @GET
    @Path("public")
    @Allows(Access.ANYONE)
    @Described(summary = "Read what everybody wrote", answer = StatusJson.class, shape = Shape.ARRAY)
    public Response everyone(@BeanParam Paging paging) {
        return paging.page(timelines.everyone(paging.window(), viewer.own()));
    }

    /// With `?as=`, the home of a brand that the member publishes for.
    @GET
    @Path("home")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read what oneself and those one follows wrote",
            answer = StatusJson.class,
            shape = Shape.ARRAY,
            problems = ProblemType.PROFILE_NOT_FOUND)
    public Response home(@BeanParam Paging paging, @QueryParam("as") @Nullable String as) {
        return paging.page(timelines.home(viewer.home(as), paging.window()));
    }

    @GET
    @Path("list/{id}")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read what those on a list wrote",
            answer = StatusJson.class,
            shape = Shape.ARRAY,
            problems = ProblemType.LIST_NOT_FOUND)
    public Response list(@PathParam("id") String id, @BeanParam Paging paging) {
        return paging.page(timelines.list(lists.one(ListId.parse(id)), paging.window(), viewer.own()));
    }

    @GET
    @Path("tag/{tag}")
    @Allows(Access.ANYONE)
    @Described(summary = "Read what carries a hashtag", answer = StatusJson.class, shape = Shape.ARRAY)
    public Response hashtag(@PathParam("tag") String tag, @BeanParam Paging paging) {
        return paging.page(timelines.hashtag(tag, paging.window(), viewer.own()));
    }
}
