package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Acknowledgements;
import org.gazouillis.microblog.Bookmarks;
import org.gazouillis.microblog.Likes;
import org.gazouillis.microblog.Reposts;
import org.gazouillis.timeline.ThreadReader;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What a reader does with a status: like, repost, bookmark and, of a flash, acknowledge, and all undone. Each answers
/// with the status as it is then.
@Path("v1/statuses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatusDeedsResource {
    @Inject
    private Likes likes;

    @Inject
    private Reposts reposts;

    @Inject
    private Bookmarks bookmarks;

    @Inject
    private Acknowledgements acknowledgements;

    @Inject
    private ThreadReader threads;

    @Inject
    private Viewer viewer;

    @Context
    private UriInfo uri;

    @PathParam("id")
    private String id = "";

    @QueryParam("as")
    private @Nullable String as;

    @POST
    @Path("{id}/favourite")
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Like a status", answer = StatusJson.class, problems = ProblemType.STATUS_NOT_FOUND)
    public StatusJson favourite() {
        likes.like(status(), viewer.named(as));
        return now(status());
    }

    @POST
    @Path("{id}/unfavourite")
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Take a like back", answer = StatusJson.class, problems = ProblemType.STATUS_NOT_FOUND)
    public StatusJson unfavourite() {
        likes.unlike(status(), viewer.named(as));
        return now(status());
    }

    @POST
    @Path("{id}/reblog")
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Repost a status", answer = StatusJson.class, problems = ProblemType.STATUS_NOT_FOUND)
    public StatusJson reblog() {
        return now(reposts.repost(status(), viewer.named(as)));
    }

    @POST
    @Path("{id}/unreblog")
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Take a repost back", answer = StatusJson.class, problems = ProblemType.STATUS_NOT_FOUND)
    public StatusJson unreblog() {
        StatusId original = threads.status(status(), null).shown().id();
        reposts.unrepost(original, viewer.named(as));
        return now(original);
    }

    /// The member's own, whomever `as` names.
    @POST
    @Path("{id}/bookmark")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Keep a status for oneself",
            answer = StatusJson.class,
            problems = ProblemType.STATUS_NOT_FOUND)
    public StatusJson bookmark() {
        bookmarks.add(status());
        return own();
    }

    @POST
    @Path("{id}/unbookmark")
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Keep a status no longer", answer = StatusJson.class, problems = ProblemType.STATUS_NOT_FOUND)
    public StatusJson unbookmark() {
        bookmarks.remove(status());
        return own();
    }

    /// Ours: Mastodon knows no flashes.
    @POST
    @Path("{id}/acknowledge")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Say that a flash was read",
            answer = StatusJson.class,
            problems = {ProblemType.STATUS_NOT_FOUND, ProblemType.NOT_VALID})
    public StatusJson acknowledge() {
        acknowledgements.acknowledge(status(), viewer.named(as));
        return now(status());
    }

    @POST
    @Path("{id}/unacknowledge")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Take back that a flash was read",
            answer = StatusJson.class,
            problems = {ProblemType.STATUS_NOT_FOUND, ProblemType.NOT_VALID})
    public StatusJson unacknowledge() {
        acknowledgements.takeBack(status(), viewer.named(as));
        return now(status());
    }

    private StatusId status() {
        return StatusId.parse(id);
    }

    private StatusJson own() {
        return StatusJson.of(threads.status(status(), viewer.own()), Addresses.absolute(uri));
    }

    private StatusJson now(StatusId status) {
        return StatusJson.of(threads.status(status, viewer.marks(as)), Addresses.absolute(uri));
    }
}
