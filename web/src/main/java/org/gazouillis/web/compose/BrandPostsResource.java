package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostDesk;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.publish.Queue;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's posts, for programs. The path is the whole one: JAX-RS looks for the method only in the class whose own
/// path fits best.
@Path("desk/v1/brands/{brand}/posts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BrandPostsResource {
    @Inject
    private PostDesk desk;

    @Inject
    private Queue queue;

    @Inject
    private BrandNames brands;

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Write a post: draft it, plan it, or publish it at once",
            answer = PostJson.class,
            status = 201,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.ACCOUNT_NOT_FOUND,
                ProblemType.CAMPAIGN_NOT_FOUND,
                ProblemType.TEXT_NOT_POSTABLE,
                ProblemType.TIME_NOT_PLANNABLE,
                ProblemType.NOT_CONFIRMED,
                ProblemType.IDEMPOTENCY_KEY_REUSED
            })
    public Response write(
            @PathParam("brand") String brand,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewPostJson body) {
        NewPostJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        VisibleBrand visible = brand(brand);
        WishedTime time = wish.time(visible);
        PostSheet sheet = desk.write(wish.order(visible, time), key);
        return Located.at(
                Response.status(Response.Status.CREATED)
                        .entity(PostJson.of(sheet, time.remark().stream().toList())),
                "/api/desk/v1/posts/" + sheet.id());
    }

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List a brand's posts, the newest first",
            answer = PostJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<PostJson> list(
            @PathParam("brand") String brand,
            @QueryParam("state") List<String> states,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("40") int limit) {
        PostId before = cursor == null ? new PostId(Long.MAX_VALUE) : PostId.parse(cursor);
        return ListJson.of(queue.newest(brand(brand).id(), states(states), before, limit), PostJson::of);
    }

    private VisibleBrand brand(String brand) {
        return brands.named(brand);
    }

    /// Several as `state=A&state=B` or `state=A,B`; none means all.
    private static Set<PostState> states(List<String> names) {
        EnumSet<PostState> states = EnumSet.noneOf(PostState.class);
        for (String name : String.join(",", names).split(",")) {
            if (!name.isBlank()) {
                states.add(state(name.strip()));
            }
        }
        return states.isEmpty() ? EnumSet.allOf(PostState.class) : states;
    }

    private static PostState state(String name) {
        for (PostState state : PostState.values()) {
            if (state.name().equalsIgnoreCase(name)) {
                return state;
            }
        }
        throw new StateNotKnown(name);
    }
}
