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
import org.gazouillis.kernel.ReportMailingId;
import org.gazouillis.report.ReportMailings;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One rule by which a report goes out by mail.
@Path("desk/v1/report-mailings/{mailing}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReportMailingResource {
    @Inject
    private ReportMailings mailings;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read when and to whom a report goes out by mail, with the next three times",
            answer = ReportMailingJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ReportMailingJson read(@PathParam("mailing") String mailing) {
        return ReportMailingJson.of(mailings.one(ReportMailingId.parse(mailing)));
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change or switch a mailing; what is missing stays, and it goes out in the caller's name",
            answer = ReportMailingJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.TIME_NOT_PLANNABLE})
    public ReportMailingJson change(@PathParam("mailing") String mailing, @Nullable ReportMailingWishJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        ReportMailingId id = ReportMailingId.parse(mailing);
        return ReportMailingJson.of(
                mailings.change(id, body.over(mailings.one(id).plan())));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Remove a mailing; what was sent stays in the history, what waits is not sent",
            status = 204,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public void remove(@PathParam("mailing") String mailing) {
        mailings.remove(ReportMailingId.parse(mailing));
    }

    @POST
    @Path("restore")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Bring a removed mailing back",
            answer = ReportMailingJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ReportMailingJson restore(@PathParam("mailing") String mailing) {
        return ReportMailingJson.of(mailings.restore(ReportMailingId.parse(mailing)));
    }
}
