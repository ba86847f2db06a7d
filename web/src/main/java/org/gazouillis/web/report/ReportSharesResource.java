package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.report.ReportShares;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// The links to runs of one report for people who cannot sign in.
@Path("desk/v1/reports/{report}/shares")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportSharesResource {
    @Inject
    private ReportShares shares;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the links that stand to runs of a report, without their addresses",
            answer = ReportShareJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public ListJson<ReportShareJson> standing(@PathParam("report") String report) {
        return ListJson.all(shares.standing(ReportId.parse(report)).stream()
                .map(share -> ReportShareJson.of(share, null))
                .toList());
    }
}
