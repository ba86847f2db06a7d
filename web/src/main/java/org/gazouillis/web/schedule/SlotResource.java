package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.SlotId;
import org.gazouillis.schedule.QueueSlots;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// One time of a queue, for programs.
@Path("desk/v1/slots/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SlotResource {
    @Inject
    private QueueSlots slots;

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Remove a time from a queue; posts that stand there keep it",
            status = 204,
            problems = {ProblemType.NOT_FOUND})
    public void remove(@PathParam("id") String id) {
        slots.remove(SlotId.parse(id));
    }
}
