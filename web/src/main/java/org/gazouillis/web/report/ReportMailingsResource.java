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
import java.time.ZoneId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.report.ReportMailings;
import org.gazouillis.report.Reports;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// By which rules one report goes out by mail, for programs.
@Path("desk/v1/reports/{report}/mailings")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReportMailingsResource {
    @Inject
    private ReportMailings mailings;

    @Inject
    private Reports reports;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List when and to whom a report goes out by mail",
            answer = ReportMailingJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ListJson<ReportMailingJson> list(@PathParam("report") String report) {
        return ListJson.all(mailings.of(ReportId.parse(report)).stream()
                .map(ReportMailingJson::of)
                .toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Let a report go out by mail by itself, in the caller's name",
            answer = ReportMailingJson.class,
            status = 201,
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.TIME_NOT_PLANNABLE})
    public Response set(@PathParam("report") String report, @Nullable ReportMailingWishJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        ReportId id = ReportId.parse(report);
        ZoneId zone = brands.named(reports.one(id).brand().toString()).zone();
        ReportMailingJson made = ReportMailingJson.of(mailings.set(id, body.plan(zone)));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(made), "/api/desk/v1/report-mailings/" + made.id());
    }
}
