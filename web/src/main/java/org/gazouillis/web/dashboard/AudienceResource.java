package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.gazouillis.dashboard.AudienceReports;
import org.gazouillis.dashboard.Period;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Who follows a brand, and when its readers are there.
@Path("desk/v1/brands/{brand}/audience")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AudienceResource {
    @Inject
    private AudienceReports audiences;

    @Inject
    private BrandNames brands;

    @Inject
    private Clock clock;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary =
                    "Read a brand's or an account's followers by day, their languages, and activity by hour of the week",
            answer = AudienceJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PERIOD_NOT_READABLE})
    public AudienceJson read(
            @PathParam("brand") String handle,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("account") @Nullable String account) {
        VisibleBrand brand = brands.named(handle);
        Period period = Period.parse(from, to, brand.zone(), clock.instant());
        AccountId asked = account == null || account.isBlank() ? null : AccountId.parse(account);
        return AudienceJson.of(brand, audiences.read(brand, asked, period));
    }
}
