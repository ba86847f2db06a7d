package org.gazouillis.web.openapi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;

/// `/api/openapi.json`.
@Path("openapi.json")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {
    @Inject
    private DeployedResources resources;

    @GET
    @Allows(Access.ANYONE)
    @Described(summary = "Describe this API", type = "application/json")
    public JsonObject describe() {
        return resources.document();
    }
}
