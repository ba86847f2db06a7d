package org.gazouillis.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.access.SignedIn;
import org.gazouillis.web.openapi.Described;

/// Ends a session.
@Path("desk/v1/sign-out")
@RequestScoped
public class SignOutResource {
    @Inject
    private HttpServletRequest request;

    @POST
    @Allows(Access.ANYONE)
    @Described(summary = "End the session and go to the sign-in page", status = 303)
    public Response signOut() {
        SignedIn.end(request);
        // As a plain header: an URI would be resolved below /api.
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/sign-in")
                .build();
    }
}
