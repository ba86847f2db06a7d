package org.gazouillis.web.report;

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
import org.gazouillis.report.Reports;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The reports of a brand, for programs.
@Path("desk/v1/brands/{brand}/reports")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BrandReportsResource {
    @Inject
    private Reports reports;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the reports of a brand (id or handle), the newest first",
            answer = ReportJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<ReportJson> list(@PathParam("brand") String brand) {
        return ListJson.all(reports.all(brands.named(brand).id()).stream()
                .map(ReportJson::of)
                .toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Build a report from a template, from blocks, or both",
            answer = ReportJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public Response build(@PathParam("brand") String brand, @Nullable ReportWishJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        ReportJson built = ReportJson.of(reports.build(brands.named(brand).id(), body.plan()));
        return Located.at(Response.status(Response.Status.CREATED).entity(built), "/api/desk/v1/reports/" + built.id());
    }
}
