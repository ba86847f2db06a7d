package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.report.ExportFile;
import org.gazouillis.report.ExportJob;
import org.gazouillis.report.ExportJobs;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.FileRange;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One export in the background: how far it is, its file, stopping it and asking again.
@Path("desk/v1/exports/{export}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {
    @Inject
    private ExportJobs jobs;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Tell how far an export is: rows of rows, bytes, SHA-256, data as of, definition versions",
            answer = ExportJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ExportJson read(@PathParam("export") String export) {
        return ExportJson.of(jobs.one(ExportId.parse(export)));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Stop an export or throw its file away; it can be restored for ten minutes",
            status = 204,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public void cancel(@PathParam("export") String export) {
        jobs.cancel(ExportId.parse(export));
    }

    @POST
    @Path("restore")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Take back that an export was stopped: it goes on where it stood",
            answer = ExportJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ExportJson restore(@PathParam("export") String export) {
        return ExportJson.of(jobs.restore(ExportId.parse(export)));
    }

    @POST
    @Path("again")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Have the same question answered again, by the data of now",
            answer = ExportJson.class,
            status = 202,
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.CONFLICT})
    public Response again(@PathParam("export") String export) {
        ExportJob job = jobs.again(ExportId.parse(export));
        return Located.at(Response.accepted(ExportJson.of(job)), ExportJson.address(job));
    }

    /// @param range   a piece, such as `bytes=1000-`, with which a broken download goes on
    /// @param ifRange the `ETag` of the piece that is there already
    @GET
    @Path("file")
    @Produces(MediaType.WILDCARD)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save the file of an export that is done, or a piece of it (Range)",
            type = "text/csv",
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.CONFLICT})
    public Response file(
            @PathParam("export") String export,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        ExportFile file = jobs.open(ExportId.parse(export));
        ExportJob job = file.job();
        String tag = '"' + String.valueOf(job.sha256()) + '"';
        FileRange piece = FileRange.of(range, ifRange, tag, job.bytes());
        if (piece == null) {
            return Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + job.bytes())
                    .build();
        }
        StreamingOutput bytes = out -> piece.write(file.path(), out);
        ReportFormat format = job.wish().format();
        Response.ResponseBuilder answer = Response.status(piece.isWhole() ? Status.OK : Status.PARTIAL_CONTENT)
                .entity(bytes)
                .type(format.gzip() ? "application/gzip" : format.mediaType())
                .header(Attachment.HEADER, Attachment.named(job.fileName()))
                .header(HttpHeaders.CONTENT_LENGTH, piece.bytes())
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes");
        return piece.isWhole()
                ? answer.build()
                : answer.header("Content-Range", piece.header()).build();
    }
}
