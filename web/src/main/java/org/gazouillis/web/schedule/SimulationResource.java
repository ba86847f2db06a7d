package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.gazouillis.dashboard.SimulatedPlan;
import org.gazouillis.dashboard.SimulationReader;
import org.gazouillis.dashboard.Simulator;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// The rehearsal of a brand's plan, for programs.
@Path("desk/v1/brands/{brand}/simulation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {
    @Inject
    private SimulationReader reader;

    @Inject
    private BrandNames brands;

    /// @param apart  minutes that two posts on one account should stand apart
    /// @param perDay posts a day that one account should bear at most; 0 for as many as its network
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Rehearse a brand's plan for so many days (1 to 366) and tell what would go wrong",
            answer = SimulationJson.class,
            problems = ProblemType.BRAND_NOT_FOUND)
    public SimulationJson rehearse(
            @PathParam("brand") String brand,
            @QueryParam("days") @DefaultValue("90") int days,
            @QueryParam("apart") @DefaultValue("30") int apart,
            @QueryParam("perDay") @DefaultValue("0") int perDay) {
        SimulatedPlan plan = reader.read(
                brands.named(brand), days, Duration.ofMinutes(Math.clamp(apart, 0, 1_440)), Math.max(0, perDay));
        return SimulationJson.of(plan, Simulator.rehearse(plan));
    }
}
