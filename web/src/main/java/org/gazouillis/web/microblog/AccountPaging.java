package org.gazouillis.web.microblog;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.Profile;
import org.jspecify.annotations.Nullable;

/// Profiles page by page, who came last first: `max_id`, `since_id`, `limit` in (0 is all of them), `Link` out.
public class AccountPaging {
    private static final int MOST = 80;

    @QueryParam("max_id")
    private @Nullable String maxId;

    @QueryParam("since_id")
    private @Nullable String sinceId;

    @QueryParam("limit")
    @DefaultValue("40")
    private int limit;

    @Context
    private UriInfo uri;

    Response page(List<Profile> all) {
        long below = id(maxId, Long.MAX_VALUE);
        long above = id(sinceId, 0);
        List<Profile> wanted = all.stream()
                .filter(each -> each.id().value() < below && each.id().value() > above)
                .sorted(Comparator.comparing((Profile each) -> each.id().value())
                        .reversed())
                .toList();
        List<Profile> page = limit == 0
                ? wanted
                : wanted.stream().limit(Math.clamp(limit, 1, MOST)).toList();
        Addresses addresses = Addresses.absolute(uri);
        Response.ResponseBuilder answer = Response.ok(
                new GenericEntity<List<AccountJson>>(page.stream()
                        .map(each -> AccountJson.of(each, addresses))
                        .toList()) {});
        if (!page.isEmpty() && limit != 0) {
            PageLink link = new PageLink(uri);
            String newer = link.to("prev", "since_id", page.getFirst().id());
            boolean more = page.size() < wanted.size();
            answer.header(
                    "Link", more ? link.to("next", "max_id", page.getLast().id()) + ", " + newer : newer);
        }
        return answer.build();
    }

    private static long id(@Nullable String text, long otherwise) {
        return text == null || text.isBlank()
                ? otherwise
                : ProfileId.parse(text).value();
    }
}
