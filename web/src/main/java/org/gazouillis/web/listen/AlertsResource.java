package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.AlertId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.listen.Alerts;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The caller's alerts and what they have seen, for programs.
@Path("desk/v1/alerts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AlertsResource {
    @Inject
    private Alerts alerts;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(summary = "List your alerts", answer = AlertJson.class, shape = Described.Shape.LIST)
    public ListJson<AlertJson> list() {
        return ListJson.all(alerts.mine().stream().map(AlertJson::of).toList());
    }

    @GET
    @Path("{id}")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read one of your alerts",
            answer = AlertJson.class,
            problems = {ProblemType.ALERT_NOT_FOUND})
    public AlertJson read(@PathParam("id") String id) {
        return AlertJson.of(alerts.one(AlertId.parse(id)));
    }

    @PATCH
    @Path("{id}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change how an alert tells you, or mute it; what is missing stays as it is",
            answer = AlertJson.class,
            problems = {ProblemType.ALERT_NOT_FOUND, ProblemType.NOT_VALID})
    public AlertJson change(@PathParam("id") String id, @Nullable AlertWishJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        AlertId alert = AlertId.parse(id);
        return AlertJson.of(alerts.change(alert, body.over(alerts.one(alert).wish())));
    }

    @DELETE
    @Path("{id}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Watch no more; watching again within a day brings the history back",
            status = 204,
            problems = {ProblemType.ALERT_NOT_FOUND})
    public void remove(@PathParam("id") String id) {
        alerts.remove(AlertId.parse(id));
    }

    /// @param cursor `next` of the page before
    @GET
    @Path("{id}/posts")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the posts that an alert has seen, the latest first",
            answer = AlertSightJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.ALERT_NOT_FOUND})
    public ListJson<AlertSightJson> posts(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("40") int limit) {
        long before = cursor == null ? Long.MAX_VALUE : StatusId.parse(cursor).value();
        return ListJson.of(alerts.history(AlertId.parse(id), before, limit), AlertSightJson::of);
    }

    @GET
    @Path("{id}/spikes")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the hours that a volume alert told of, the latest first",
            answer = SpikeJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.ALERT_NOT_FOUND})
    public ListJson<SpikeJson> spikes(@PathParam("id") String id) {
        return ListJson.all(
                alerts.spikes(AlertId.parse(id)).stream().map(SpikeJson::of).toList());
    }
}
