package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.Optional;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostDesk;
import org.gazouillis.publish.Queue;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One post, for programs.
@Path("desk/v1/posts/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PostsResource {
    @Inject
    private PostDesk desk;

    @Inject
    private Queue queue;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a post and what became of it on each account",
            answer = PostJson.class,
            problems = {ProblemType.POST_NOT_FOUND})
    public PostJson read(@PathParam("id") String id) {
        return PostJson.of(queue.one(PostId.parse(id)));
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change a post's text, accounts, campaign or time",
            answer = PostJson.class,
            problems = {
                ProblemType.POST_NOT_FOUND,
                ProblemType.POST_NOT_EDITABLE,
                ProblemType.ACCOUNT_NOT_FOUND,
                ProblemType.TEXT_NOT_POSTABLE,
                ProblemType.TIME_NOT_PLANNABLE,
                ProblemType.NOT_CONFIRMED
            })
    public PostJson change(@PathParam("id") String id, @Nullable PostChangeJson body) {
        PostChangeJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        PostId post = PostId.parse(id);
        WishedTime time = wish.time(ZoneId.of(queue.one(post).facts().brandZone()));
        return PostJson.of(
                desk.change(post, wish.change(time)), time.remark().stream().toList());
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Cancel a post that is not out yet",
            status = 204,
            problems = {ProblemType.POST_NOT_FOUND, ProblemType.POST_NOT_EDITABLE})
    public void cancel(@PathParam("id") String id) {
        desk.cancel(PostId.parse(id));
    }
}
