package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.dashboard.Against;
import org.gazouillis.dashboard.BrandStanding;
import org.gazouillis.dashboard.BrandStandings;
import org.gazouillis.dashboard.Period;
import org.gazouillis.report.OverviewFile;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.report.Separator;
import org.jspecify.annotations.Nullable;

/// All brands side by side, for programs.
@Path("desk/v1/overview")
@RequestScoped
public class OverviewResource {
    @Inject
    private BrandStandings standings;

    @Inject
    private OverviewFile file;

    @Inject
    private Clock clock;

    /// @param from first date, or instant, of the period; each brand's dates are those of its own zone
    /// @param to last date, or instant; else until now
    /// @param days the last so many days instead, 1 to 731
    /// @param against `previous`, `weekdays` or `year`
    /// @param sort `trouble`, `name`, `posts`, `impressions`, `engagements`, `rate` or `reach`
    /// @param q only brands whose name or handle holds these words
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List all your brands with what needs somebody, their next posts and their figures, trouble first",
            answer = BrandStandingJson.class,
            shape = Described.Shape.LIST,
            problems = ProblemType.PERIOD_NOT_READABLE)
    public ListJson<BrandStandingJson> list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("days") @Nullable Integer days,
            @QueryParam("against") @DefaultValue("previous") String against,
            @QueryParam("sort") @DefaultValue("trouble") String sort,
            @QueryParam("q") @DefaultValue("") String q) {
        return ListJson.all(read(from, to, days, against, sort, q).stream()
                .map(brand -> BrandStandingJson.of(brand, OverviewFile.MEASURES))
                .toList());
    }

    /// @param separator `comma`, `semicolon` or `tab`
    /// @param bom begin with a byte order mark, which Excel needs to know UTF-8
    @GET
    @Path("file")
    @Produces(MediaType.WILDCARD)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save the same as CSV, one row per brand that you may export",
            type = "text/csv",
            problems = {ProblemType.PERIOD_NOT_READABLE, ProblemType.NOT_VALID})
    public Response file(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("days") @Nullable Integer days,
            @QueryParam("against") @DefaultValue("previous") String against,
            @QueryParam("sort") @DefaultValue("trouble") String sort,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("separator") @DefaultValue("comma") String separator,
            @QueryParam("bom") boolean bom) {
        CsvFormat format = new CsvFormat(Separator.named(separator).sign(), bom, false);
        List<BrandStanding> brands = file.taken(read(from, to, days, against, sort, q));
        StreamingOutput rows = out -> OverviewFile.write(brands, format, out);
        return Response.ok(rows, format.mediaType())
                .header(Attachment.HEADER, Attachment.named("brands.csv"))
                .build();
    }

    private List<BrandStanding> read(
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer days,
            String against,
            String sort,
            String words) {
        Instant now = clock.instant();
        Against other = Against.named(against);
        Function<ZoneId, Period> period = zone ->
                days == null ? Period.parse(from, to, zone, now) : Period.lastDays(days, zone, now);
        return BrandOrder.of(sort).of(standings.read(period, other::of), words.strip());
    }
}
