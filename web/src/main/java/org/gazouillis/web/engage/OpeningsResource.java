package org.gazouillis.web.engage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.gazouillis.engage.OpenedCard;
import org.gazouillis.engage.OpeningCollector;
import org.gazouillis.engage.ViewReceipt;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// What readers opened from cards.
@Path("desk/v1/openings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OpeningsResource {
    @Inject
    private OpeningCollector collector;

    @Inject
    private ViewerOfRequest viewer;

    @POST
    @Allows(Access.ANYONE)
    @Described(
            summary =
                    "Report at most 200 things that the reader opened from cards; the answer comes when they are stored",
            answer = ViewReceiptJson.class,
            problems = {ProblemType.TOO_LARGE, ProblemType.TOO_MANY_TRIES})
    public Response report(List<OpeningJson> openings) {
        List<OpenedCard> opened = openings.stream()
                .map(OpeningJson::opened)
                .flatMap(Optional::stream)
                .toList();
        ViewReceipt receipt = collector.collect(viewer.admit(), viewer.browser(), opened);
        return Response.ok(ViewReceiptJson.of(receipt, openings.size()))
                .cookie(viewer.cookieToSet().stream().toArray(NewCookie[]::new))
                .build();
    }
}
