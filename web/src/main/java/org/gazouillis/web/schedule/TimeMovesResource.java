package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.schedule.TimeMoves;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// What changes of time-zone data moved, for programs.
@Path("desk/v1/brands/{brand}/time-moves")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TimeMovesResource {
    @Inject
    private TimeMoves moves;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List planned posts that changed clocks have moved, the newest first",
            answer = TimeMoveJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<TimeMoveJson> list(@PathParam("brand") String brand) {
        return ListJson.all(moves.of(brands.named(brand).id()).stream()
                .map(TimeMoveJson::of)
                .toList());
    }
}
