package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.gazouillis.compose.AccountNotFound;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.publish.Feed;
import org.gazouillis.publish.Feeds;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// A brand's feed, for everybody's reader.
@Path("feeds/{feed}.xml")
@RequestScoped
public class FeedsResource {
    private static final int SECONDS = 60;

    @Inject
    private Feeds feeds;

    @GET
    @Produces("application/rss+xml;charset=utf-8")
    @Allows(Access.ANYONE)
    @Described(
            summary = "Read a brand's feed (RSS 2.0)",
            type = "application/rss+xml",
            problems = ProblemType.ACCOUNT_NOT_FOUND)
    public Response read(@PathParam("feed") String id, @Context Request request) {
        AccountId account = AccountId.parse(id);
        Feed feed = feeds.read(account).orElseThrow(() -> new AccountNotFound(account));
        EntityTag tag = new EntityTag(feed.version());
        CacheControl cache = new CacheControl();
        cache.setMaxAge(SECONDS);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(RssText.of(feed)) : unchanged;
        return answer.tag(tag).cacheControl(cache).build();
    }
}
