package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.gazouillis.dashboard.FlashReceipts;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.report.FlashReceiptFile;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.report.Separator;

/// The receipt of a flash, by the id of the status that it is.
@Path("desk/v1/flashes/{id}/receipt")
@RequestScoped
public class FlashReceiptResource {
    @Inject
    private FlashReceipts receipts;

    @Inject
    private FlashReceiptFile file;

    @PathParam("id")
    private String id = "";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary =
                    "Read whom a flash was delivered to, and who of them saw, opened and acknowledged it, also by list",
            answer = FlashReceiptJson.class,
            problems = {ProblemType.STATUS_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.PERMISSION_DENIED})
    public FlashReceiptJson read() {
        return FlashReceiptJson.of(receipts.read(StatusId.parse(id)));
    }

    /// @param separator `comma`, `semicolon` or `tab`
    /// @param bom begin with a byte order mark, which Excel needs to know UTF-8
    @GET
    @Path("export")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save the receipt of a flash as CSV: a row for all followers, and one for each list",
            type = "text/csv",
            problems = {ProblemType.STATUS_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.PERMISSION_DENIED})
    public Response export(
            @QueryParam("separator") @DefaultValue("comma") String separator, @QueryParam("bom") boolean bom) {
        CsvFormat format = new CsvFormat(Separator.named(separator).sign(), bom, false);
        ReportTable table = file.table(StatusId.parse(id));
        StreamingOutput rows = out -> ReportWriter.write(table, format, out);
        return Response.ok(rows, format.mediaType())
                .header(Attachment.HEADER, Attachment.named("flash-" + id + ".csv"))
                .build();
    }
}
