package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.report.ReportFile;
import org.gazouillis.report.ReportRun;
import org.gazouillis.report.ReportRuns;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// One run of a report: its manifest, its files, and making it again.
@Path("desk/v1/report-runs/{run}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportRunResource {
    @Inject
    private ReportRuns runs;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary =
                    "Read the manifest of a run: period, zone, locale, versions, data as of, rows, SHA-256 of each file",
            answer = ReportRunJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ReportRunJson read(@PathParam("run") String run) {
        return ReportRunJson.of(runs.one(ReportRunId.parse(run)));
    }

    @POST
    @Path("again")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Make a run again with the facts that had happened by the same instant",
            answer = ReportRunJson.class,
            status = 201,
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.NOT_VALID})
    public Response again(@PathParam("run") String run) throws IOException {
        ReportRunJson made = ReportRunJson.of(runs.again(ReportRunId.parse(run)));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(made), "/api/desk/v1/report-runs/" + made.id());
    }

    @GET
    @Path("changes")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List what arrived late: each cell that differs from the run that was made again",
            answer = ReportChangeJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ListJson<ReportChangeJson> changes(@PathParam("run") String run) {
        return ListJson.all(runs.changes(ReportRunId.parse(run)).stream()
                .map(ReportChangeJson::of)
                .toList());
    }

    /// @param format `pdf`, `xlsx` or `csv`
    @GET
    @Path("files/{format}")
    @Produces(MediaType.WILDCARD)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save a file of a run; the same bytes each time",
            type = "application/pdf",
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.NOT_VALID})
    public Response file(@PathParam("run") String run, @PathParam("format") String format) {
        ReportRun made = runs.one(ReportRunId.parse(run));
        ReportFile file = ReportFile.named(format);
        StreamingOutput bytes = out -> runs.write(made.id(), file, out);
        return Response.ok(bytes, file.mediaType())
                .header(Attachment.HEADER, Attachment.named(made.fileBase() + "." + file.key()))
                .build();
    }
}
