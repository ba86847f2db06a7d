package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gazouillis.dashboard.Period;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.report.EngagementExport;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The engagement report of a brand as CSV, written row by row while it is read.
@Path("desk/v1/brands/{brand}/exports/engagement.csv")
@RequestScoped
public class EngagementResource {
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String GZIP = "application/gzip";

    @Inject
    private EngagementExport export;

    @Inject
    private BrandNames brands;

    @Inject
    private Permissions permissions;

    @Inject
    private Clock clock;

    /// @param from      published on this date of the brand's zone, or at this instant, or later; else the last 7
    ///     days
    /// @param to        published on this date at the latest, or before this instant; else until now
    /// @param separator `comma`, `semicolon` or `tab`
    /// @param bom       begin with a byte order mark, which Excel needs to know UTF-8
    /// @param gzip      pack the file
    @GET
    @Produces({CSV, GZIP})
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save a brand's engagement report (id or handle) for a period as CSV, one row per status",
            type = "text/csv",
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.PERIOD_NOT_READABLE})
    public Response engagement(
            @PathParam("brand") String brand,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("separator") @DefaultValue("comma") String separator,
            @QueryParam("bom") boolean bom,
            @QueryParam("gzip") boolean gzip) {
        VisibleBrand owner = brands.named(brand);
        // Asked before the first byte, while the answer can still be a refusal.
        permissions.require(owner.id(), Permission.EXPORT);
        TimeRange published = Period.parseExactly(from, to, owner.zone(), clock.instant());
        CsvFormat format = new CsvFormat(Separator.named(separator).sign(), bom, gzip);
        StreamingOutput rows = out -> export.write(owner.id(), published, format, out);
        return Response.ok(rows, gzip ? GZIP : CSV)
                .header(Attachment.HEADER, Attachment.named(fileName(owner, published) + (gzip ? ".gz" : "")))
                .build();
    }

    /// `engagement_nordcafe_2026-11-01_2026-11-30.csv`: the first and the last day, in the brand's zone.
    private static String fileName(VisibleBrand owner, TimeRange published) {
        ZoneId zone = owner.zone();
        return "engagement_" + owner.handle() + "_" + LocalDate.ofInstant(published.from(), zone) + "_"
                + LocalDate.ofInstant(published.to().minusNanos(1), zone) + ".csv";
    }
}
