package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.ReportLetterId;
import org.gazouillis.report.ReportLetters;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// One mail of a run.
@Path("desk/v1/report-letters/{letter}/again")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportLetterResource {
    @Inject
    private ReportLetters letters;

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Mail a run again to one recipient: a copy if it was sent, else the same mail once more",
            answer = ReportLetterJson.class,
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.NOT_VALID})
    public ReportLetterJson again(@PathParam("letter") String letter) {
        return ReportLetterJson.of(letters.again(ReportLetterId.parse(letter)));
    }
}
