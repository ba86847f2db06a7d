package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.gazouillis.schedule.DayOff;
import org.gazouillis.schedule.DaysOff;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's days off, for programs.
@Path("desk/v1/brands/{brand}/days-off")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DaysOffResource {
    @Inject
    private DaysOff days;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the days to come on which a brand's series keep silent",
            answer = DayOffJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<DayOffJson> list(@PathParam("brand") String brand) {
        return ListJson.all(
                days.of(brands.named(brand).id()).stream().map(DayOffJson::of).toList());
    }

    @PUT
    @Path("{day}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Make a day one on which a brand's series keep silent",
            answer = DayOffJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public DayOffJson add(@PathParam("brand") String brand, @PathParam("day") String day, @Nullable DayOffJson body) {
        String name = Optional.ofNullable(body).map(DayOffJson::name).orElse("");
        DayOff off = new DayOff(GivenTime.day(day), name);
        days.add(brands.named(brand).id(), off);
        return DayOffJson.of(off);
    }

    @DELETE
    @Path("{day}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Let a brand's series speak on a day again",
            status = 204,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public void remove(@PathParam("brand") String brand, @PathParam("day") String day) {
        days.remove(brands.named(brand).id(), GivenTime.day(day));
    }
}
