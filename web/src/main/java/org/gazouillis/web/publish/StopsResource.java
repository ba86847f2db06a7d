package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gazouillis.kernel.FenceId;
import org.gazouillis.publish.CrisisDesk;
import org.gazouillis.publish.CrisisStop;
import org.gazouillis.publish.CrisisStops;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Crisis stops, for programs: an alarm of another system may press, too.
@Path("desk/v1/crisis-stops")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StopsResource {
    private static final int LONGEST_LOOK_BACK = 24 * 60;

    @Inject
    private CrisisDesk desk;

    @Inject
    private CrisisStops stops;

    @Inject
    private BrandNames brands;

    /// @param standing true lists only those that stand now
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(summary = "List crisis stops, the newest first", answer = StopJson.class, shape = Described.Shape.LIST)
    public ListJson<StopJson> list(
            @QueryParam("standing") @DefaultValue("false") boolean standing,
            @QueryParam("limit") @DefaultValue("40") int limit) {
        List<CrisisStop> found = standing ? stops.standing() : stops.newest(limit);
        return ListJson.all(found.stream().map(StopJson::of).toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Stop a brand, a campaign, a keyword, a network or the whole workspace",
            answer = StopJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.CAMPAIGN_NOT_FOUND, ProblemType.NOT_VALID})
    public Response raise(@Nullable NewStopJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        FenceId stop = desk.raise(body.wish(brands));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(StopJson.of(stops.one(stop))),
                "/api/desk/v1/crisis-stops/" + stop);
    }

    /// @param minutes how far before the stop `left` looks
    @GET
    @Path("{id}")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a crisis stop and how much it holds back",
            answer = StopJson.class,
            problems = {ProblemType.STOP_NOT_FOUND})
    public StopJson read(@PathParam("id") String id, @QueryParam("minutes") @DefaultValue("15") int minutes) {
        FenceId stop = FenceId.parse(id);
        CrisisStop found = stops.one(stop);
        return StopJson.of(found, stops.figures(stop, Math.clamp(minutes, 1, LONGEST_LOOK_BACK)));
    }

    @POST
    @Path("{id}/release")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Release a crisis stop; what was held waits for triage",
            answer = StopJson.class,
            problems = {ProblemType.STOP_NOT_FOUND})
    public StopJson release(@PathParam("id") String id) {
        FenceId stop = FenceId.parse(id);
        desk.release(stop);
        return StopJson.of(stops.one(stop));
    }
}
