package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.gazouillis.compose.Drafts;
import org.gazouillis.kernel.DraftId;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One draft of the caller's own.
@Path("desk/v1/drafts/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftsResource {
    @Inject
    private Drafts drafts;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read one of your drafts",
            answer = DraftJson.class,
            problems = {ProblemType.DRAFT_NOT_FOUND})
    public DraftJson read(@PathParam("id") String id) {
        return DraftJson.of(drafts.one(DraftId.parse(id)));
    }

    @PUT
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Save a draft over the edition that you read",
            answer = DraftJson.class,
            problems = {ProblemType.DRAFT_NOT_FOUND, ProblemType.CHANGED_MEANWHILE, ProblemType.NOT_VALID})
    public DraftJson keep(@PathParam("id") String id, @Nullable DraftWish body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return DraftJson.of(drafts.keep(DraftId.parse(id), body.kept(), Objects.requireNonNullElse(body.edition(), 1)));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Throw a draft away",
            status = 204,
            problems = {ProblemType.DRAFT_NOT_FOUND})
    public void discard(@PathParam("id") String id) {
        drafts.discard(DraftId.parse(id));
    }
}
