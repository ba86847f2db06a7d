package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.security.BrandNames;
import org.gazouillis.trial.TrialPlanner;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// How many people an A/B test takes, and how long that is for a brand.
@Path("desk/v1/brands/{brand}/trial-plan")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrialPlanResource {
    @Inject
    private TrialPlanner planner;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Say how many people an A/B test of these terms takes, and when a post has usually reached them",
            answer = TrialPlanJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.MALFORMED_REQUEST})
    public TrialPlanJson plan(
            @PathParam("brand") String brand,
            @QueryParam("share") @Nullable Double share,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("least") @Nullable Double least) {
        TrialTerms terms = new TrialWishJson(null, share, measure, least, null).terms();
        if (!terms.isPlausible()) {
            throw new BadRequestException("share is 0.05 to 0.95, least is 0.001 to 0.5.");
        }
        return TrialPlanJson.of(planner.outlook(brands.named(brand).id(), terms));
    }
}
