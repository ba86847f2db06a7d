package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.listen.SearchExport;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.report.ExportJob;
import org.gazouillis.report.ExportJobs;
import org.gazouillis.report.ExportRequest;
import org.gazouillis.report.FoundWish;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.listen.SearchFile;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What a search finds, as a long export in the background.
@Path("desk/v1/exports/search")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SearchExportsResource {
    @Inject
    private ExportJobs jobs;

    @Inject
    private SearchExport search;

    @Inject
    private BrandNames brands;

    @Inject
    private Clock clock;

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Have all that a search finds prepared in the background; three of yours at a time",
            answer = ExportJson.class,
            status = 202,
            problems = {
                ProblemType.QUERY_NOT_UNDERSTOOD,
                ProblemType.SEARCH_TOO_BROAD,
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.NOT_VALID,
                ProblemType.CONFLICT,
                ProblemType.IDEMPOTENCY_KEY_REUSED
            })
    public Response ask(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable SearchExportWishJson body) {
        SearchExportWishJson asked = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        Optional<VisibleBrand> brand = Optional.ofNullable(asked.brand())
                .filter(name -> !name.isBlank())
                .map(brands::named);
        FoundWish wish = wish(asked, brand);
        search.check(wish.question());
        ZoneId zone = brand.map(VisibleBrand::zone).orElse(ZoneOffset.UTC);
        ExportRequest request = key == null ? null : new ExportRequest(key, asked.toString());
        ExportJob job = jobs.ask(wish, zone, fileName(asked, brand, zone), request);
        return Located.at(Response.accepted(ExportJson.of(job)), ExportJson.address(job));
    }

    private static FoundWish wish(SearchExportWishJson asked, Optional<VisibleBrand> brand) {
        SearchFile file = SearchFile.of(
                Objects.requireNonNullElse(asked.columns(), List.of()),
                format(asked),
                Objects.requireNonNullElse(asked.separator(), "comma"),
                Boolean.TRUE.equals(asked.bom()));
        return new FoundWish(
                Objects.requireNonNullElse(asked.q(), ""),
                brand.map(VisibleBrand::id).orElse(null),
                SearchOrder.of(Objects.requireNonNullElse(asked.sort(), "newest")),
                file.columns(),
                file.format());
    }

    private static String format(SearchExportWishJson asked) {
        return Objects.requireNonNullElse(asked.format(), "csv");
    }

    /// `search_nordcafe_2026-11-28.csv`: the day on which it was asked for, in the brand's zone.
    private String fileName(SearchExportWishJson asked, Optional<VisibleBrand> brand, ZoneId zone) {
        String of = brand.map(one -> one.handle() + "_").orElse("");
        return "search_" + of + LocalDate.ofInstant(clock.instant(), zone) + "." + format(asked);
    }
}
