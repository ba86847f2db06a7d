package org.gazouillis.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.listen.IndexCare;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// `/operator/index`: this node's search index.
@Path("operator/index")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {
    @Inject
    private IndexCare care;

    @GET
    @Allows(Access.OPERATOR)
    @Described(
            summary = "Say how this node's search index stands",
            answer = IndexLookJson.class,
            problems = {ProblemType.NOT_READY})
    public IndexLookJson look() {
        return IndexLookJson.of(care.look().orElseThrow(IndexNotOpen::new));
    }

    @POST
    @Path("rebuild")
    @Allows(Access.OPERATOR)
    @Described(
            summary = "Have this node's search index built anew from the database, beside the one that serves",
            status = 202,
            problems = {ProblemType.NOT_READY})
    public Response rebuild() {
        if (!care.rebuild()) {
            throw IndexNotOpen.notFedHere();
        }
        return Response.accepted().build();
    }

    @GET
    @Path("verify")
    @Allows(Access.OPERATOR)
    @Described(
            summary = "Look for every status of the database in this node's search index",
            answer = IndexCheckJson.class,
            problems = {ProblemType.NOT_READY})
    public IndexCheckJson verify() {
        return IndexCheckJson.of(care.verify().orElseThrow(IndexNotOpen::new));
    }
}
