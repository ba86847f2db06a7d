package org.gazouillis.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.dashboard.CampaignStandings;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// Campaigns of a brand side by side, for programs.
@Path("desk/v1/brands/{brand}/campaign-comparison")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CampaignComparisonResource {
    static final List<Measure> MEASURES =
            List.of(Measure.POSTS_PUBLISHED, Measure.IMPRESSIONS, Measure.ENGAGEMENTS, Measure.ENGAGEMENT_RATE);

    @Inject
    private CampaignStandings standings;

    @Inject
    private BrandNames brands;

    /// @param campaigns two to five ids, parted by commas
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Compare two to five campaigns of a brand: goal, pace, figures and the rate's interval",
            answer = CampaignStandingJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.CAMPAIGN_NOT_FOUND, ProblemType.NOT_VALID})
    public ListJson<CampaignStandingJson> compare(
            @PathParam("brand") String brand, @QueryParam("campaigns") @DefaultValue("") String campaigns) {
        List<CampaignId> wanted = Arrays.stream(campaigns.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(CampaignId::parse)
                .toList();
        return ListJson.all(standings.read(brands.named(brand).id(), wanted).stream()
                .map(standing -> CampaignStandingJson.of(standing, MEASURES))
                .toList());
    }
}
