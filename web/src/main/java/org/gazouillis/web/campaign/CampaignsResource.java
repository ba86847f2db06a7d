package org.gazouillis.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's campaigns, for programs.
@Path("desk/v1/brands/{brand}/campaigns")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CampaignsResource {
    private static final int MOST = 200;

    @Inject
    private CampaignPlanner planner;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List a brand's campaigns, those in use or those put away",
            answer = CampaignJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<CampaignJson> list(
            @PathParam("brand") String brand, @QueryParam("archived") @DefaultValue("false") boolean archived) {
        return ListJson.all(planner.sheets(id(brand), archived, 0, MOST).stream()
                .map(CampaignJson::of)
                .toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Open a campaign",
            answer = CampaignJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.CONFLICT})
    public Response open(@PathParam("brand") String brand, @Nullable CampaignWishJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        CampaignId id = planner.open(body.idea(id(brand)), body.terms(CampaignTerms.NONE))
                .id();
        return Located.at(
                Response.status(Response.Status.CREATED).entity(CampaignJson.of(planner.one(id))),
                "/api/desk/v1/campaigns/" + id);
    }

    private BrandId id(String brand) {
        return brands.named(brand).id();
    }
}
