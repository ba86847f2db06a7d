package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.report.EngagementExport;
import org.gazouillis.report.EngagementWish;
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

/// The engagement report of a brand as a file, written row by row while it is read.
@Path("desk/v1/brands/{brand}/exports")
@RequestScoped
public class EngagementResource {
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String GZIP = "application/gzip";
    private static final String ZIP = "application/zip";

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
    @Path("engagement.csv")
    @Produces({CSV, GZIP})
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save a brand's engagement report (id or handle) for a period as CSV, one row per status",
            type = "text/csv",
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.PERIOD_NOT_READABLE})
    public Response csv(
            @PathParam("brand") String brand,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("separator") @DefaultValue("comma") String separator,
            @QueryParam("bom") boolean bom,
            @QueryParam("gzip") boolean gzip) {
        return engagement(brand, from, to, "csv", List.of(), separator, bom, gzip, false, false);
    }

    /// @param format    `csv`, `xlsx`, `jsonl`, or X's own 40 columns: `x-activity` (likes), `x-activity-2015`
    ///     (favorites)
    /// @param columns   keys in the order of the file, named once each or several parted by commas; all when none
    ///     is named; X's layout has its own
    /// @param guard     keep a spreadsheet from running texts of X's layout as formulas, which changes texts that
    ///     begin with `@`; all other formats are safe anyway
    /// @param manifest  answer a ZIP of the file and its manifest
    @GET
    @Path("engagement")
    @Produces({MediaType.WILDCARD})
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save a brand's engagement report (id or handle) in a format and with columns of your choice",
            type = "text/csv",
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.PERIOD_NOT_READABLE, ProblemType.NOT_VALID})
    public Response engagement(
            @PathParam("brand") String brand,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("columns") List<String> columns,
            @QueryParam("separator") @DefaultValue("comma") String separator,
            @QueryParam("bom") boolean bom,
            @QueryParam("gzip") boolean gzip,
            @QueryParam("guard") boolean guard,
            @QueryParam("manifest") boolean manifest) {
        VisibleBrand owner = brands.named(brand);
        // Asked before the first byte, while the answer can still be a refusal.
        permissions.require(owner.id(), Permission.EXPORT);
        var dialect = new EngagementFormat.Dialect(Separator.named(separator), bom, gzip, guard);
        ExportQuestion question = ExportQuestion.of(owner, from, to, format, keys(columns), dialect, clock.instant());
        return manifest ? bundle(question.wish(), question.fileName()) : single(question.wish(), question.fileName());
    }

    private Response single(EngagementWish wish, String name) {
        StreamingOutput rows = out -> export.write(wish, out);
        String type = wish.format().gzip() ? GZIP : wish.format().mediaType();
        return Response.ok(rows, type)
                .header(Attachment.HEADER, Attachment.named(name))
                .build();
    }

    private Response bundle(EngagementWish wish, String name) {
        StreamingOutput rows = out -> export.bundle(wish, name, out);
        return Response.ok(rows, ZIP)
                .header(Attachment.HEADER, Attachment.named(name + ".zip"))
                .build();
    }

    private static List<String> keys(List<String> columns) {
        return columns.stream()
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
