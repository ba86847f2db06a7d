package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.report.ExportJob;
import org.gazouillis.report.ExportJobs;
import org.gazouillis.report.ExportRequest;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Long exports: asked for here, prepared in the background, taken when they are done.
@Path("desk/v1/exports")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExportsResource {
    @Inject
    private ExportJobs jobs;

    @Inject
    private BrandNames brands;

    @Inject
    private Permissions permissions;

    @Inject
    private Clock clock;

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Have a brand's engagement report prepared in the background; three of yours at a time",
            answer = ExportJson.class,
            status = 202,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.PERIOD_NOT_READABLE,
                ProblemType.NOT_VALID,
                ProblemType.CONFLICT,
                ProblemType.IDEMPOTENCY_KEY_REUSED
            })
    public Response ask(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable ExportWishJson body) {
        ExportWishJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        VisibleBrand owner = brands.named(Objects.requireNonNullElse(wish.brand(), ""));
        permissions.require(owner.id(), Permission.EXPORT);
        ExportQuestion question = ExportQuestion.of(owner, wish, clock.instant());
        ExportRequest request = key == null ? null : new ExportRequest(key, wish.toString());
        ExportJob job = jobs.ask(question.wish(), owner.zone(), question.fileName(), request);
        return Located.at(Response.accepted(ExportJson.of(job)), ExportJson.address(job));
    }

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List your newest 20 exports in the background for a brand (id or handle)",
            answer = ExportJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<ExportJson> mine(@QueryParam("brand") @Nullable String brand) {
        VisibleBrand owner = brands.named(Objects.requireNonNullElse(brand, ""));
        return ListJson.all(jobs.mine(owner.id()).stream().map(ExportJson::of).toList());
    }
}
