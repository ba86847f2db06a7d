package org.gazouillis.web.microblog;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.Window;
import org.jspecify.annotations.Nullable;

/// The paging of Mastodon's lists: `max_id`, `since_id`, `min_id`, `limit` in, the header `Link` with `next` (older)
/// and `prev` (newer) out.
public class Paging {
    private static final int MOST = 40;

    @QueryParam("max_id")
    private @Nullable String maxId;

    @QueryParam("since_id")
    private @Nullable String sinceId;

    @QueryParam("min_id")
    private @Nullable String minId;

    @QueryParam("limit")
    @DefaultValue("20")
    private int limit;

    @Context
    private UriInfo uri;

    public Window window() {
        return new Window(id(maxId), id(sinceId), id(minId), Math.clamp(limit, 1, MOST));
    }

    public Response page(List<StatusView> statuses) {
        Response.ResponseBuilder answer =
                Response.ok(new GenericEntity<List<StatusJson>>(StatusJson.of(statuses, addresses())) {});
        if (!statuses.isEmpty()) {
            PageLink link = new PageLink(uri);
            answer.header(
                    "Link",
                    link.to("next", "max_id", statuses.getLast().id()) + ", "
                            + link.to("prev", "min_id", statuses.getFirst().id()));
        }
        return answer.build();
    }

    public Addresses addresses() {
        return Addresses.absolute(uri);
    }

    private static @Nullable StatusId id(@Nullable String text) {
        return text == null || text.isBlank() || text.equals("0") ? null : StatusId.parse(text);
    }
}
