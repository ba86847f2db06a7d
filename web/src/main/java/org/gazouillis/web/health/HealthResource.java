package org.gazouillis.web.health;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;

/// `/health/live` and `/health/ready`.
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    @Inject
    private Readiness readiness;

    @GET
    @Path("live")
    @Allows(Access.ANYONE)
    @Described(summary = "Say whether the process answers", answer = HealthJson.class)
    public HealthJson live() {
        return HealthJson.of(List.of());
    }

    @GET
    @Path("ready")
    @Allows(Access.ANYONE)
    @Described(summary = "Say whether database, index and scheduler work; 503 when not", answer = HealthJson.class)
    public Response ready() {
        HealthJson health = readiness.ask();
        return Response.status(health.isUp() ? 200 : 503).entity(health).build();
    }
}
