package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.gazouillis.dashboard.PerformanceQuery;
import org.gazouillis.dashboard.Performances;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Step;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What became of a brand's posts, in figures.
@Path("desk/v1/brands/{brand}/measures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BrandMeasuresResource {
    @Inject
    private Performances performances;

    @Inject
    private BrandNames brands;

    @Inject
    private Clock clock;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Measure a brand (id or handle) in a period (dates, both included, or times), by hour or day",
            answer = PerformanceJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.MEASURE_UNKNOWN, ProblemType.PERIOD_NOT_READABLE})
    public PerformanceJson measure(
            @PathParam("brand") String handle,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("bucket") @DefaultValue("day") String bucket,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("measures") @Nullable String measures) {
        List<Measure> asked = Measure.listed(measures);
        VisibleBrand brand = brands.named(handle);
        PerformanceQuery query = new PerformanceQuery(
                brand.id(),
                Period.parse(from, to, brand.zone(), clock.instant()),
                Step.named(bucket),
                campaign == null ? null : CampaignId.parse(campaign));
        return PerformanceJson.of(brand, performances.read(query), asked);
    }
}
