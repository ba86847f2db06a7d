package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.publish.PublishingRules;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// How a brand and its campaigns publish, for programs.
@Path("desk/v1/publishing-rules/{brand}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {
    @Inject
    private PublishingRules rules;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read how a brand publishes: time to undo, lateness",
            answer = RulesJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public RulesJson read(@PathParam("brand") String brand) {
        return read(brands.named(brand).id());
    }

    @PUT
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change how a brand publishes",
            answer = RulesJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public RulesJson change(@PathParam("brand") String brand, @Nullable RulesChangeJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        BrandId id = brands.named(brand).id();
        rules.keep(id, body.on(rules.of(id)), Boolean.TRUE.equals(body.planned()));
        return read(id);
    }

    @PUT
    @Path("campaigns/{campaign}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change what becomes of a campaign's posts that are late",
            answer = RulesJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.CAMPAIGN_NOT_FOUND, ProblemType.NOT_VALID})
    public RulesJson changeCampaign(
            @PathParam("brand") String brand,
            @PathParam("campaign") String campaign,
            @Nullable CampaignLateChangeJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        BrandId id = brands.named(brand).id();
        LateJson late = body.late();
        rules.keep(
                id, CampaignId.parse(campaign), late == null ? null : late.rule(), Boolean.TRUE.equals(body.planned()));
        return read(id);
    }

    private RulesJson read(BrandId brand) {
        return RulesJson.of(rules.of(brand), rules.campaigns(brand));
    }
}
