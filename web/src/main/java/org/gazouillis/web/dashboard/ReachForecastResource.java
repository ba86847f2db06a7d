package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gazouillis.dashboard.ReachForecasts;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.schedule.GivenTime;
import org.jspecify.annotations.Nullable;

/// What a post would reach, would it go out at one time or another.
@Path("desk/v1/brands/{brand}/reach-forecast")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReachForecastResource {
    @Inject
    private ReachForecasts forecasts;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary =
                    "Forecast whom a post reaches in its first 24 hours, at a local time and maybe instead of another",
            answer = ReachForecastJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.MALFORMED_REQUEST})
    public ReachForecastJson forecast(
            @PathParam("brand") String handle,
            @QueryParam("at") @Nullable String at,
            @QueryParam("instead") @Nullable String instead) {
        VisibleBrand brand = brands.named(handle);
        List<LocalDateTime> times = Stream.of(
                        Objects.requireNonNullElse(at, ""), Objects.requireNonNullElse(instead, ""))
                .limit(instead == null || instead.isBlank() ? 1 : 2)
                .map(GivenTime::local)
                .toList();
        return ReachForecastJson.of(brand, forecasts.read(brand, times));
    }
}
