package org.gazouillis.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.schedule.CampaignShifts;
import org.gazouillis.schedule.PostBatch;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Moves and cancellations of many posts at once, for programs.
@Path("desk/v1/campaigns/{id}/batches")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BatchesResource {
    @Inject
    private CampaignShifts shifts;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List what was moved and cancelled together, the latest first",
            answer = BatchJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.CAMPAIGN_NOT_FOUND})
    public ListJson<BatchJson> list(@PathParam("id") String id) {
        return ListJson.all(
                shifts.of(CampaignId.parse(id)).stream().map(BatchJson::of).toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Move or cancel a campaign's posts as one statement",
            answer = BatchJson.class,
            status = 201,
            problems = {
                ProblemType.CAMPAIGN_NOT_FOUND,
                ProblemType.NOT_VALID,
                ProblemType.CONFLICT,
                ProblemType.TIME_NOT_PLANNABLE
            })
    public Response make(@PathParam("id") String id, @Nullable NewBatchJson body) {
        NewBatchJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        CampaignId campaign = CampaignId.parse(id);
        PostBatch batch = wish.isMove()
                ? shifts.move(campaign, wish.shift(), wish.choice())
                : shifts.cancel(campaign, wish.choice());
        return Response.status(Response.Status.CREATED)
                .entity(BatchJson.of(batch))
                .build();
    }

    @DELETE
    @Path("{batch}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Undo a move or cancellation; posts that were changed since stay as they are",
            answer = BatchJson.class,
            problems = {ProblemType.CAMPAIGN_NOT_FOUND, ProblemType.NOT_FOUND})
    public BatchJson undo(@PathParam("id") String id, @PathParam("batch") String batch) {
        return BatchJson.of(shifts.undo(CampaignId.parse(id), TimeOrderedIds.parse(batch)));
    }
}
