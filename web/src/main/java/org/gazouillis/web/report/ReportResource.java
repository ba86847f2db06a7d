package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.gazouillis.dashboard.PeriodNotReadable;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.report.ReportRuns;
import org.gazouillis.report.Reports;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One report and its runs, for programs.
@Path("desk/v1/reports/{report}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    @Inject
    private Reports reports;

    @Inject
    private ReportRuns runs;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a report",
            answer = ReportJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ReportJson read(@PathParam("report") String report) {
        return ReportJson.of(reports.one(ReportId.parse(report)));
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change a report; what is missing stays as it is, and so do the runs that were made before",
            answer = ReportJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.NOT_VALID})
    public ReportJson change(@PathParam("report") String report, @Nullable ReportWishJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        ReportId id = ReportId.parse(report);
        return ReportJson.of(reports.change(id, body.over(reports.one(id).plan())));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Remove a report; runs that were made stay",
            status = 204,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public void remove(@PathParam("report") String report) {
        reports.remove(ReportId.parse(report));
    }

    @GET
    @Path("runs")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the newest 200 runs of a report",
            answer = ReportRunJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ListJson<ReportRunJson> runs(@PathParam("report") String report) {
        return ListJson.all(
                runs.of(ReportId.parse(report)).stream().map(ReportRunJson::of).toList());
    }

    @POST
    @Path("runs")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Run a report for whole days of the brand's zone",
            answer = ReportRunJson.class,
            status = 201,
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.PERIOD_NOT_READABLE, ProblemType.NOT_VALID})
    public Response run(@PathParam("report") String report, @Nullable ReportRunWishJson body) throws IOException {
        if (body == null) {
            throw new BadRequestException();
        }
        ReportRunJson made = ReportRunJson.of(runs.make(ReportId.parse(report), day(body.from()), day(body.to())));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(made), "/api/desk/v1/report-runs/" + made.id());
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException noSuchDay) {
            throw new PeriodNotReadable("\"" + text + "\" is no date like 2026-11-23.");
        }
    }
}
