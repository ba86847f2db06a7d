package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.report.ReportLetter;
import org.gazouillis.report.ReportLetters;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// To whom a run was mailed.
@Path("desk/v1/report-runs/{run}/letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RunLettersResource {
    @Inject
    private ReportLetters letters;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the mails of a run, the newest first: to whom, when, and what became of each",
            answer = ReportLetterJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ListJson<ReportLetterJson> list(@PathParam("run") String run) {
        return json(letters.of(ReportRunId.parse(run)));
    }

    @POST
    @Path("again")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Mail a run again to each of its recipients; who has a mail on its way gets no other",
            answer = ReportLetterJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ListJson<ReportLetterJson> again(@PathParam("run") String run) {
        return json(letters.again(ReportRunId.parse(run)));
    }

    private static ListJson<ReportLetterJson> json(List<ReportLetter> all) {
        return ListJson.all(all.stream().map(ReportLetterJson::of).toList());
    }
}
