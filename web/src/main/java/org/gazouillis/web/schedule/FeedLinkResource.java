package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.publish.CalendarFeed;
import org.gazouillis.publish.CalendarFeeds;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// A member's own secret link to a brand's plan.
@Path("desk/v1/brands/{brand}/calendar-feed")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FeedLinkResource {
    @Inject
    private CalendarFeeds feeds;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Tell whether you have a link to a brand's plan, and when it was last read",
            answer = FeedLinkJson.class,
            problems = ProblemType.BRAND_NOT_FOUND)
    public FeedLinkJson standing(@PathParam("brand") String brand) {
        return feeds.standing(id(brand)).map(FeedLinkResource::json).orElse(new FeedLinkJson(false, null, null, null));
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Make a new secret link to a brand's plan for calendar programs; the one before ends",
            answer = FeedLinkJson.class,
            status = 201,
            problems = ProblemType.BRAND_NOT_FOUND)
    public Response renew(@PathParam("brand") String brand, @Context UriInfo request) {
        BrandId id = id(brand);
        String secret = feeds.renew(id);
        Instant made = feeds.standing(id).map(CalendarFeed::createdAt).orElse(null);
        return Response.status(Response.Status.CREATED)
                .entity(new FeedLinkJson(
                        true,
                        request.getBaseUri()
                                .resolve("calendars/" + secret + ".ics")
                                .toString(),
                        made,
                        null))
                .build();
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "End your link to a brand's plan", status = 204, problems = ProblemType.BRAND_NOT_FOUND)
    public void revoke(@PathParam("brand") String brand) {
        feeds.revoke(id(brand));
    }

    private static FeedLinkJson json(CalendarFeed feed) {
        return new FeedLinkJson(true, null, feed.createdAt(), feed.lastReadAt());
    }

    private BrandId id(String brand) {
        return brands.named(brand).id();
    }
}
