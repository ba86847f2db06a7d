package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.report.ReportShares;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Links to a run for people who cannot sign in.
@Path("desk/v1/report-runs/{run}/shares")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RunSharesResource {
    private static final int USUAL_DAYS = 30;

    @Inject
    private ReportShares shares;

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Make a link to a run that needs no sign-in and expires; its address is told this once",
            answer = ReportShareJson.class,
            status = 201,
            problems = {ProblemType.REPORT_NOT_FOUND, ProblemType.NOT_VALID})
    public Response share(@PathParam("run") String run, @Nullable ReportShareWishJson body, @Context UriInfo uri) {
        Integer days = body == null ? null : body.days();
        ReportShares.Fresh fresh = shares.make(ReportRunId.parse(run), days == null ? USUAL_DAYS : days);
        String url = uri.getBaseUri()
                .resolve("shared-reports/" + fresh.secret() + "/pdf")
                .toString();
        return Response.status(Response.Status.CREATED)
                .entity(ReportShareJson.of(fresh.share(), url))
                .build();
    }
}
