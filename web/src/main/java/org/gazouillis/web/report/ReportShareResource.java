package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.gazouillis.kernel.ReportShareId;
import org.gazouillis.report.ReportShares;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// One link to a run for people who cannot sign in.
@Path("desk/v1/report-shares/{share}")
@RequestScoped
public class ReportShareResource {
    @Inject
    private ReportShares shares;

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "End a link at once",
            status = 204,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public void revoke(@PathParam("share") String share) {
        shares.revoke(ReportShareId.parse(share));
    }
}
