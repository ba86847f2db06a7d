package org.gazouillis.web.report;

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
import org.gazouillis.dashboard.BrandStandings;
import org.gazouillis.report.OverviewFile;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.dashboard.OverviewQuestion;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// All brands side by side, as a file.
@Path("desk/v1/overview/file")
@RequestScoped
public class OverviewFileResource {
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
    /// @param separator `comma`, `semicolon` or `tab`
    /// @param bom begin with a byte order mark, which Excel needs to know UTF-8
    @GET
    @Produces(MediaType.WILDCARD)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save all brands side by side as CSV, one row per brand that you may export",
            type = "text/csv",
            problems = ProblemType.PERIOD_NOT_READABLE)
    public Response save(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("days") @Nullable Integer days,
            @QueryParam("against") @DefaultValue("previous") String against,
            @QueryParam("sort") @DefaultValue("trouble") String sort,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("separator") @DefaultValue("comma") String separator,
            @QueryParam("bom") boolean bom) {
        CsvFormat format = new CsvFormat(Separator.named(separator).sign(), bom, false);
        OverviewQuestion question = new OverviewQuestion(from, to, days, against, sort, q);
        ReportTable table = file.of(question.ask(standings, clock.instant()));
        StreamingOutput rows = out -> ReportWriter.write(table, format, out);
        return Response.ok(rows, format.mediaType())
                .header(Attachment.HEADER, Attachment.named("brands.csv"))
                .build();
    }
}
