package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import org.gazouillis.publish.FeedReader;
import org.gazouillis.publish.FeedText;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// A brand's plan as iCalendar under a secret link. Whoever has the link may read; there is nothing else to sign in
/// with, so the address itself stands in no log of ours.
@Path("calendars/{secret}.ics")
@RequestScoped
public class FeedResource {
    private static final String CALENDAR = "text/calendar; charset=utf-8";

    @Inject
    private FeedReader reader;

    @GET
    @Produces(CALENDAR)
    @Allows(Access.ANYONE)
    @Described(
            summary = "Read a brand's plan as iCalendar (RFC 5545) by its secret link; understands If-None-Match",
            type = "text/calendar",
            problems = ProblemType.FEED_NOT_FOUND)
    public Response read(@PathParam("secret") String secret, @Context Request request, @Context UriInfo uri) {
        String root = uri.getBaseUri().resolve("/").toString();
        FeedText feed = reader.read(secret, root.substring(0, root.length() - 1));
        EntityTag tag = new EntityTag(feed.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.tag(tag).build()
                : Response.ok(feed.text().getBytes(StandardCharsets.UTF_8), CALENDAR)
                        .tag(tag)
                        .build();
    }
}
