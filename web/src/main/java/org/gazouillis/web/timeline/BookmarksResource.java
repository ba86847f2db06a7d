package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.timeline.TimelineReader;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.microblog.Paging;
import org.gazouillis.web.microblog.StatusJson;
import org.gazouillis.web.microblog.Viewer;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.openapi.Described.Shape;

/// `/api/v1/bookmarks`: what the member keeps, for their eyes only; paged by status id like every timeline.
@Path("v1/bookmarks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BookmarksResource {
    @Inject
    private TimelineReader timelines;

    @Inject
    private Viewer viewer;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(summary = "Read what one keeps for oneself", answer = StatusJson.class, shape = Shape.ARRAY)
    public Response kept(@BeanParam Paging paging) {
        return paging.page(timelines.bookmarked(viewer.home(null), paging.window()));
    }
}
