package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.schedule.QueueOrder;
import org.gazouillis.schedule.QueuePause;
import org.gazouillis.schedule.QueueSlots;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's queues, for programs: their free times, their order, and whether they run.
@Path("desk/v1/brands/{brand}/queue")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {
    private static final int MOST_WEEKS = 12;

    @Inject
    private QueueSlots slots;

    @Inject
    private QueueOrder order;

    @Inject
    private QueuePause pause;

    @Inject
    private BrandNames brands;

    @GET
    @Path("free")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the free times of a brand's queues, the soonest first",
            answer = FreeTimeJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<FreeTimeJson> free(
            @PathParam("brand") String brand, @QueryParam("weeks") @DefaultValue("2") int weeks) {
        return ListJson.all(slots.free(id(brand), Math.clamp(weeks, 1, MOST_WEEKS)).stream()
                .map(FreeTimeJson::of)
                .toList());
    }

    @POST
    @Path("swap")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Exchange the times of two planned posts",
            answer = PlaceJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.CONFLICT})
    public ListJson<PlaceJson> swap(@PathParam("brand") String brand, @Nullable PostsJson body) {
        List<PostId> posts = posts(body);
        return posts.size() == 2
                ? places(order.swap(id(brand), posts.getFirst(), posts.getLast()))
                : places(order.arrange(id(brand), List.of()));
    }

    @POST
    @Path("shuffle")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Shuffle planned posts among the times that they have",
            answer = PlaceJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.CONFLICT})
    public ListJson<PlaceJson> shuffle(@PathParam("brand") String brand, @Nullable PostsJson body) {
        return places(order.shuffle(id(brand), posts(body)));
    }

    @POST
    @Path("order")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Put planned posts in this order at the times that they have",
            answer = PlaceJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.CONFLICT})
    public ListJson<PlaceJson> arrange(@PathParam("brand") String brand, @Nullable PostsJson body) {
        return places(order.arrange(id(brand), posts(body)));
    }

    @PUT
    @Path("pauses/{account}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Pause an account's queue: nothing of it goes out",
            answer = QueueStateJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.ACCOUNT_NOT_FOUND})
    public QueueStateJson pause(@PathParam("brand") String brand, @PathParam("account") String account) {
        pause.pause(id(brand), AccountId.parse(account));
        return new QueueStateJson(account, true, 0);
    }

    @DELETE
    @Path("pauses/{account}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Let an account's queue run again, closed up on its times to come",
            answer = QueueStateJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.ACCOUNT_NOT_FOUND})
    public QueueStateJson resume(@PathParam("brand") String brand, @PathParam("account") String account) {
        return new QueueStateJson(account, false, pause.resume(id(brand), AccountId.parse(account)));
    }

    private BrandId id(String brand) {
        return brands.named(brand).id();
    }

    private static List<PostId> posts(@Nullable PostsJson body) {
        return Optional.ofNullable(body).orElseThrow(BadRequestException::new).ids();
    }

    private static ListJson<PlaceJson> places(List<QueueOrder.Place> places) {
        return ListJson.all(places.stream().map(PlaceJson::of).toList());
    }
}
