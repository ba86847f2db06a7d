package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.compose.Revisions;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostDesk;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// What a post said before.
@Path("desk/v1/posts/{id}/revisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RevisionsResource {
    @Inject
    private Revisions revisions;

    @Inject
    private PostDesk desk;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List what a post said before, word by word, the newest first",
            answer = RevisionJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.POST_NOT_FOUND})
    public ListJson<RevisionJson> list(@PathParam("id") String id) {
        return ListJson.all(
                revisions.of(PostId.parse(id)).stream().map(RevisionJson::of).toList());
    }

    @POST
    @Path("{revision}/restore")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Bring the words and accounts of a revision back, as a new revision",
            answer = PostJson.class,
            problems = {
                ProblemType.POST_NOT_FOUND,
                ProblemType.REVISION_NOT_FOUND,
                ProblemType.POST_NOT_EDITABLE,
                ProblemType.TEXT_NOT_POSTABLE
            })
    public PostJson restore(@PathParam("id") String id, @PathParam("revision") int revision) {
        PostId post = PostId.parse(id);
        return PostJson.of(desk.change(post, revisions.back(post, revision)));
    }
}
