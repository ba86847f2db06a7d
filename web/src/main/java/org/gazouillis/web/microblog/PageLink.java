package org.gazouillis.web.microblog;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/// What the header `Link` says of another page of the list that was asked for: the same request, from another place on.
record PageLink(UriInfo asked) {
    private static final Set<String> PLACES = Set.of("max_id", "since_id", "min_id");

    /// @param relation `next` (older) or `prev` (newer)
    String to(String relation, String place, Object id) {
        UriBuilder other = asked.getAbsolutePathBuilder();
        asked.getQueryParameters(false).forEach((name, values) -> {
            if (!PLACES.contains(name)) {
                other.queryParam(name, values.toArray());
            }
        });
        return Link.fromUriBuilder(other.queryParam(place, id))
                .rel(relation)
                .build()
                .toString();
    }
}
