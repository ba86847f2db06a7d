package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.schedule.SeriesPlanner;
import org.gazouillis.schedule.SeriesReader;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's recurring series, for programs.
@Path("desk/v1/brands/{brand}/series")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BrandSeriesResource {
    @Inject
    private SeriesPlanner planner;

    @Inject
    private SeriesReader reader;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List a brand's recurring series",
            answer = SeriesJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<SeriesJson> list(@PathParam("brand") String brand) {
        return ListJson.all(
                reader.of(brands.named(brand).id()).stream().map(SeriesJson::of).toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Open a recurring series and plan its posts of the next 90 days",
            answer = SeriesJson.class,
            status = 201,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.ACCOUNT_NOT_FOUND,
                ProblemType.TEXT_NOT_POSTABLE,
                ProblemType.TIME_NOT_PLANNABLE,
                ProblemType.NOT_VALID
            })
    public Response open(@PathParam("brand") String brand, @Nullable NewSeriesJson body) {
        NewSeriesJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        SeriesId id = planner.open(wish.wish(brands.named(brand)));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(SeriesJson.of(reader.one(id))),
                "/api/desk/v1/series/" + id);
    }
}
