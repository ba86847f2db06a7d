package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.compose.QuietPeriods;
import org.gazouillis.kernel.QuietId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Quiet and embargo periods, for programs.
@Path("desk/v1/quiet-periods")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QuietPeriodsResource {
    @Inject
    private QuietPeriods periods;

    @Inject
    private BrandNames brands;

    /// @param brand handle or id
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the quiet periods over a brand, those of its workspace among them",
            answer = QuietPeriodJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<QuietPeriodJson> list(@QueryParam("brand") @Nullable String brand) {
        if (brand == null) {
            throw new BrandNotFound("");
        }
        return ListJson.all(periods.of(brands.named(brand).id()).periods().stream()
                .map(QuietPeriodJson::of)
                .toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Add a quiet period for a brand or the whole workspace",
            answer = QuietPeriodJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.TIME_NOT_PLANNABLE})
    public Response add(@Nullable NewQuietPeriodJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return Response.status(Response.Status.CREATED)
                .entity(QuietPeriodJson.of(periods.add(body.wish(brands))))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Remove a quiet period",
            status = 204,
            problems = {ProblemType.QUIET_PERIOD_NOT_FOUND})
    public void remove(@PathParam("id") String id) {
        periods.remove(QuietId.parse(id));
    }
}
