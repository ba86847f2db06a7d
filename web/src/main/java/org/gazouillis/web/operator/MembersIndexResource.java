package org.gazouillis.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.listen.IndexDesk;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// `/desk/v1/index`: this node's search index, for members who administer a brand.
@Path("desk/v1/index")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MembersIndexResource {
    @Inject
    private IndexDesk desk;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Say how this node's search index stands",
            answer = IndexLookJson.class,
            problems = {ProblemType.NOT_READY, ProblemType.PERMISSION_DENIED})
    public IndexLookJson look() {
        return IndexLookJson.of(desk.look().look().orElseThrow(IndexNotOpen::new));
    }

    @POST
    @Path("rebuild")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Have this node's search index built anew from the database, beside the one that serves",
            status = 202,
            problems = {ProblemType.NOT_READY, ProblemType.PERMISSION_DENIED})
    public Response rebuild() {
        if (!desk.rebuild()) {
            throw IndexNotOpen.notFedHere();
        }
        return Response.accepted().build();
    }

    @POST
    @Path("verify")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Look for every status of the database in this node's search index",
            answer = IndexCheckJson.class,
            problems = {ProblemType.NOT_READY, ProblemType.PERMISSION_DENIED, ProblemType.CONFLICT})
    public IndexCheckJson verify() {
        return IndexCheckJson.of(desk.verify().orElseThrow(IndexNotOpen::new));
    }
}
