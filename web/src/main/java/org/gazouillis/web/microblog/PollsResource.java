package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Polls;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/polls`: how a poll stands, and a vote in it. A poll has the id of its status.
@Path("v1/polls/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PollsResource {
    @Inject
    private Polls polls;

    @Inject
    private Viewer viewer;

    @PathParam("id")
    private String id = "";

    @GET
    @Allows(Access.ANYONE)
    @Described(summary = "Read how a poll stands", answer = PollJson.class, problems = ProblemType.POLL_NOT_FOUND)
    public PollJson one() {
        return PollJson.of(polls.one(StatusId.parse(id), viewer.own()));
    }

    @POST
    @Path("votes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Vote in a poll, once and for all (form)",
            answer = PollJson.class,
            problems = {ProblemType.POLL_NOT_FOUND, ProblemType.NOT_VALID})
    public PollJson voteForm(MultivaluedMap<String, String> form, @QueryParam("as") @Nullable String as) {
        return vote(VoteJson.of(form), as);
    }

    @POST
    @Path("votes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Vote in a poll, once and for all",
            answer = PollJson.class,
            problems = {ProblemType.POLL_NOT_FOUND, ProblemType.NOT_VALID})
    public PollJson vote(@Nullable VoteJson vote, @QueryParam("as") @Nullable String as) {
        if (vote == null) {
            throw new BadRequestException();
        }
        StatusId poll = StatusId.parse(id);
        polls.vote(poll, vote.places(), viewer.named(as));
        return PollJson.of(polls.one(poll, viewer.marks(as)));
    }
}
