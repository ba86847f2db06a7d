package org.gazouillis.web.publish;

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
import org.gazouillis.kernel.TriageId;
import org.gazouillis.publish.HeldPosts;
import org.gazouillis.publish.Triage;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What was held or missed, and what is decided about it, for programs.
@Path("desk/v1/crisis-stops/triage")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TriageResource {
    @Inject
    private Triage triage;

    @Inject
    private BrandNames brands;

    /// @param brand handle or id; all that the member sees when missing
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the held and missed posts that wait for a decision",
            answer = HeldPostsJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public HeldPostsJson list(@QueryParam("brand") @Nullable String brand) {
        HeldPosts waiting =
                triage.waiting(brand == null ? null : brands.named(brand).id());
        return new HeldPostsJson(waiting.posts().stream().map(HeldPostJson::of).toList(), waiting.all());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Send, re-date or drop held posts",
            answer = TriageDoneJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.TIME_NOT_PLANNABLE})
    public TriageDoneJson decide(@Nullable TriageOrderJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return TriageDoneJson.of(triage.decide(body.order(brands)));
    }

    @POST
    @Path("{id}/undo")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Undo a decision; what has gone out meanwhile stays out",
            answer = TriageDoneJson.class,
            problems = {ProblemType.STOP_NOT_FOUND})
    public TriageDoneJson undo(@PathParam("id") String id) {
        TriageId decision = TriageId.parse(id);
        return new TriageDoneJson(decision.toString(), triage.undo(decision), 0);
    }
}
