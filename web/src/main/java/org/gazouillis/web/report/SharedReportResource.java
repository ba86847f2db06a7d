package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.gazouillis.report.ReportFile;
import org.gazouillis.report.SharedReports;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// A run under a secret link. Whoever has the link may read that run and nothing else; the address stands in no log of
/// ours.
@Path("shared-reports/{secret}/{format}")
@RequestScoped
public class SharedReportResource {
    @Inject
    private SharedReports shared;

    /// @param format `pdf`, `xlsx` or `csv`
    @GET
    @Produces(MediaType.WILDCARD)
    @Allows(Access.ANYONE)
    @Described(
            summary = "Save a file of a run by its secret link",
            type = "application/pdf",
            problems = {ProblemType.NOT_FOUND, ProblemType.NOT_VALID})
    public Response read(@PathParam("secret") String secret, @PathParam("format") String format) {
        ReportFile file = ReportFile.named(format);
        SharedReports.Shown shown = shared.open(secret).orElseThrow(NotFoundException::new);
        StreamingOutput bytes = out -> shown.write(file, out);
        return Response.ok(bytes, file.mediaType())
                .header(Attachment.HEADER, Attachment.named(shown.run().fileBase() + "." + file.key()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
