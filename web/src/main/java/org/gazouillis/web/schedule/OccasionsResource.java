package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.gazouillis.schedule.Almanacs;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Holidays and own events that count for a brand.
@Path("desk/v1/brands/{brand}/occasions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OccasionsResource {
    private static final int MOST_DAYS = 366;

    @Inject
    private Almanacs almanacs;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List holidays and events of a brand between two days (both included, a year at most)",
            answer = OccasionJson.class,
            shape = Described.Shape.LIST,
            problems = ProblemType.BRAND_NOT_FOUND)
    public ListJson<OccasionJson> between(
            @PathParam("brand") String brand,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        VisibleBrand visible = brands.named(brand);
        if (from == null || to == null) {
            throw new BadRequestException("from and to are needed");
        }
        LocalDate first = LocalDate.parse(from);
        LocalDate last = LocalDate.parse(to);
        if (last.isAfter(first.plusDays(MOST_DAYS))) {
            last = first.plusDays(MOST_DAYS);
        }
        return ListJson.all(almanacs.between(List.of(visible.id()), first, last).stream()
                .map(each -> OccasionJson.of(each, visible.zone()))
                .toList());
    }
}
