package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Acknowledgements;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.microblog.Viewer;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.shell.WayBack;
import org.jspecify.annotations.Nullable;

/// The form with which readers without a script say that they have read a flash.
@Path("desk/v1/flashes/{id}/acknowledgement")
@RequestScoped
public class AcknowledgementResource {
    @Inject
    private Acknowledgements acknowledgements;

    @Inject
    private Viewer viewer;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Say that a flash was read (read=true) or take it back, then go back to the page `to`",
            status = 303,
            problems = {ProblemType.STATUS_NOT_FOUND, ProblemType.NOT_VALID})
    public Response say(
            @PathParam("id") String id,
            @FormParam("read") boolean read,
            @FormParam("as") @Nullable String as,
            @FormParam("to") @Nullable String to) {
        ProfileId reader = viewer.named(as);
        if (read) {
            acknowledgements.acknowledge(StatusId.parse(id), reader);
        } else {
            acknowledgements.takeBack(StatusId.parse(id), reader);
        }
        return Located.at(Response.status(Response.Status.SEE_OTHER), WayBack.orHome(to));
    }
}
