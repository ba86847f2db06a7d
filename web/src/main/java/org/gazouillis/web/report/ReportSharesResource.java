package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.ReportShareId;
import org.gazouillis.report.ReportShares;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Links to runs for people who cannot sign in.
@Path("desk/v1")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReportSharesResource {
    private static final int USUAL_DAYS = 30;

    @Inject
    private ReportShares shares;

    @POST
    @Path("report-runs/{run}/shares")
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

    @GET
    @Path("reports/{report}/shares")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the links that stand to runs of a report, without their addresses",
            answer = ReportShareJson.class,
            shape = Described.Shape.LIST)
    public ListJson<ReportShareJson> standing(@PathParam("report") String report) {
        return ListJson.all(shares.standing(ReportId.parse(report)).stream()
                .map(share -> ReportShareJson.of(share, null))
                .toList());
    }

    @DELETE
    @Path("report-shares/{share}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "End a link at once",
            status = 204,
            problems = {ProblemType.REPORT_NOT_FOUND})
    public void revoke(@PathParam("share") String share) {
        shares.revoke(ReportShareId.parse(share));
    }
}
