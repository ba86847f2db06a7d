package org.gazouillis.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.dashboard.CampaignReports;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.schedule.CampaignCopies;
import org.gazouillis.schedule.CampaignCopy;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One campaign, for programs.
@Path("desk/v1/campaigns/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CampaignResource {
    @Inject
    private CampaignPlanner planner;

    @Inject
    private CampaignReports reports;

    @Inject
    private CampaignCopies copies;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a campaign",
            answer = CampaignJson.class,
            problems = {ProblemType.CAMPAIGN_NOT_FOUND})
    public CampaignJson read(@PathParam("id") String id) {
        return CampaignJson.of(planner.one(CampaignId.parse(id)));
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change a campaign; what is missing stays as it is",
            answer = CampaignJson.class,
            problems = {
                ProblemType.CAMPAIGN_NOT_FOUND,
                ProblemType.NOT_VALID,
                ProblemType.CONFLICT,
                ProblemType.CHANGED_MEANWHILE
            })
    public CampaignJson change(@PathParam("id") String id, @Nullable CampaignWishJson body) {
        CampaignWishJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        CampaignId campaign = CampaignId.parse(id);
        CampaignSheet now = planner.one(campaign);
        if (wish.isAboutMoreThanArchive()) {
            planner.change(campaign, wish.idea(now), wish.terms(now.terms()), wish.version());
        }
        if (wish.archived() != null) {
            planner.archive(campaign, wish.archived());
        }
        return CampaignJson.of(planner.one(campaign));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Put a campaign away; its posts and figures stay",
            status = 204,
            problems = {ProblemType.CAMPAIGN_NOT_FOUND})
    public void archive(@PathParam("id") String id) {
        planner.archive(CampaignId.parse(id), true);
    }

    @GET
    @Path("pace")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read how a campaign stands against its goal, and count its posts",
            answer = PaceJson.class,
            problems = {ProblemType.CAMPAIGN_NOT_FOUND})
    public PaceJson pace(@PathParam("id") String id) {
        return PaceJson.of(reports.one(CampaignId.parse(id)));
    }

    @POST
    @Path("copies")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Copy a campaign with all its posts to another time, as drafts or planned",
            answer = CampaignCopyJson.class,
            status = 201,
            problems = {
                ProblemType.CAMPAIGN_NOT_FOUND,
                ProblemType.NOT_VALID,
                ProblemType.CONFLICT,
                ProblemType.TIME_NOT_PLANNABLE
            })
    public Response copy(@PathParam("id") String id, @Nullable CopyWishJson body) {
        CopyWishJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        CampaignId campaign = CampaignId.parse(id);
        CampaignCopy copy =
                copies.copy(campaign, wish.order(planner.one(campaign).card()));
        return Located.at(
                Response.status(Response.Status.CREATED)
                        .entity(new CampaignCopyJson(
                                CampaignJson.of(planner.one(copy.card().id())), copy.posts())),
                "/api/desk/v1/campaigns/" + copy.card().id());
    }
}
