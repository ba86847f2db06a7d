package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.TrialWish;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostDesk;
import org.gazouillis.trial.TrialDesk;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The A/B test of a post. Its terms are fixed when the post goes out.
@Path("desk/v1/posts/{id}/trial")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TrialResource {
    @Inject
    private TrialDesk trials;

    @Inject
    private PostDesk posts;

    @PathParam("id")
    private String id = "";

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a post's A/B test: its terms, people and rates of both texts, and its course",
            answer = TrialJson.class,
            problems = {ProblemType.POST_NOT_FOUND, ProblemType.TRIAL_NOT_FOUND})
    public TrialJson read() {
        return TrialJson.of(trials.read(post()));
    }

    @PUT
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Give a post that is not out yet a second text, or another one or other terms",
            answer = TrialJson.class,
            problems = {ProblemType.POST_NOT_FOUND, ProblemType.POST_NOT_EDITABLE, ProblemType.TEXT_NOT_POSTABLE})
    public TrialJson set(@Nullable TrialWishJson body) {
        TrialWish wish = body == null ? TrialWish.NONE : body.wish();
        if (wish.text().isBlank()) {
            throw new BadRequestException("Give the second text. DELETE takes the A/B test back.");
        }
        change(wish);
        return read();
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Take the A/B test of a post back that is not out yet",
            status = 204,
            problems = {ProblemType.POST_NOT_FOUND, ProblemType.POST_NOT_EDITABLE})
    public void remove() {
        change(TrialWish.NONE);
    }

    @POST
    @Path("end")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "End a running A/B test now, and say which text everybody sees from now on",
            answer = TrialJson.class,
            problems = {
                ProblemType.POST_NOT_FOUND,
                ProblemType.TRIAL_NOT_FOUND,
                ProblemType.TRIAL_NOT_RUNNING,
                ProblemType.PERMISSION_DENIED
            })
    public TrialJson end(@Nullable TrialEndJson body) {
        return TrialJson.of(trials.end(post(), (body == null ? new TrialEndJson(null) : body).kept()));
    }

    private void change(TrialWish wish) {
        posts.change(post(), new PostChange(null, null, null, false, null, null, Details.NONE.trying(wish)));
    }

    private PostId post() {
        return PostId.parse(id);
    }
}
