package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Polls;
import org.gazouillis.microblog.VoteRefused;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.microblog.Viewer;
import org.gazouillis.web.microblog.VoteJson;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.shell.WayBack;
import org.jspecify.annotations.Nullable;

/// A vote from a page whose script did not run.
@Path("desk/v1/polls/{id}/votes")
@RequestScoped
public class VotesResource {
    @Inject
    private Polls polls;

    @Inject
    private Viewer viewer;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Vote in a poll, then go back to the page `to`",
            status = 303,
            problems = ProblemType.POLL_NOT_FOUND)
    public Response vote(
            @PathParam("id") String id, @QueryParam("as") @Nullable String as, MultivaluedMap<String, String> form) {
        try {
            polls.vote(StatusId.parse(id), VoteJson.of(form).places(), viewer.named(as));
        } catch (VoteRefused _) {
            // The page itself shows why: the poll has ended, the vote is there already, or it still asks to choose.
        }
        return Located.at(Response.status(Response.Status.SEE_OTHER), WayBack.orHome(form.getFirst("to")));
    }
}
