package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;

/// `/api/v2/instance`: what this server takes, in the same fields as `/api/v1/instance` has.
@Path("v2/instance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SecondInstanceResource {
    @Context
    private UriInfo uri;

    @GET
    @Allows(Access.ANYONE)
    @Described(summary = "Read what this server takes", answer = InstanceJson.class)
    public InstanceJson read() {
        return InstanceJson.of(uri.getBaseUri());
    }
}
