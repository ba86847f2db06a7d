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
import org.gazouillis.dashboard.Breakdowns;
import org.gazouillis.dashboard.PerformanceQuery;
import org.gazouillis.dashboard.Performances;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Step;
import org.gazouillis.dashboard.Subject;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Window;
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
    private Breakdowns breakdowns;

    @Inject
    private BrandNames brands;

    @Inject
    private Clock clock;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary =
                    "Measure a brand, campaign or hashtag in a period by hour or day: events in it, or posts published in it",
            answer = PerformanceJson.class,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.MEASURE_UNKNOWN,
                ProblemType.WINDOW_UNKNOWN,
                ProblemType.PERIOD_NOT_READABLE
            })
    public PerformanceJson measure(
            @PathParam("brand") String handle,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("bucket") @DefaultValue("day") String bucket,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("hashtag") @Nullable String hashtag,
            @QueryParam("window") @DefaultValue("activity") String window,
            @QueryParam("measures") @Nullable String measures) {
        List<Measure> asked = Measure.listed(measures);
        VisibleBrand brand = brands.named(handle);
        PerformanceQuery query = new PerformanceQuery(
                brand.id(),
                Period.parse(from, to, brand.zone(), clock.instant()),
                Step.named(bucket),
                subject(brand.id(), campaign, hashtag),
                Window.named(window));
        return PerformanceJson.of(brand, performances.read(query), asked);
    }

    @GET
    @Path("comparison")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Compare a period with another, with intervals of 95 % that tell a change from chance",
            answer = ComparisonJson.class,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.MEASURE_UNKNOWN,
                ProblemType.WINDOW_UNKNOWN,
                ProblemType.PERIOD_NOT_READABLE
            })
    public ComparisonJson compare(
            @PathParam("brand") String handle,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("since") @Nullable String since,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("hashtag") @Nullable String hashtag,
            @QueryParam("window") @DefaultValue("activity") String window,
            @QueryParam("measures") @Nullable String measures) {
        List<Measure> asked = Measure.listed(measures);
        VisibleBrand brand = brands.named(handle);
        Period period = Period.parse(from, to, brand.zone(), clock.instant());
        PerformanceQuery query = new PerformanceQuery(
                brand.id(), period, Step.DAY, subject(brand.id(), campaign, hashtag), Window.named(window));
        Period other = since == null || since.isBlank() ? period.previous() : period.beginning(since);
        return ComparisonJson.of(brand.handle(), performances.compare(query, other), asked);
    }

    @GET
    @Path("breakdown")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Break a period down by campaign, account, status, hashtag or link; parts share people",
            answer = BreakdownJson.class,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.MEASURE_UNKNOWN,
                ProblemType.DIMENSION_UNKNOWN,
                ProblemType.PERIOD_NOT_READABLE
            })
    public BreakdownJson breakDown(
            @PathParam("brand") String handle,
            @QueryParam("by") @DefaultValue("campaign") String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("measures") @Nullable String measures) {
        List<Measure> asked = Measure.listed(measures);
        VisibleBrand brand = brands.named(handle);
        Dimension dimension = Dimension.named(by);
        Period period = Period.parse(from, to, brand.zone(), clock.instant());
        PerformanceQuery query =
                new PerformanceQuery(brand.id(), period, Step.DAY, Subject.of(brand.id()), Window.ACTIVITY);
        return BreakdownJson.of(brand, dimension, period, breakdowns.read(query, dimension, Breakdowns.MOST), asked);
    }

    private static Subject subject(BrandId brand, @Nullable String campaign, @Nullable String hashtag) {
        return hashtag == null || hashtag.isBlank()
                ? Subject.of(brand, campaign == null ? null : CampaignId.parse(campaign))
                : Subject.ofHashtag(hashtag);
    }
}
