package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gazouillis.listen.FoundColumn;
import org.gazouillis.listen.SearchExport;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XlsxFormat;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.report.Separator;
import org.jspecify.annotations.Nullable;

/// What a search finds, as a file.
@Path("desk/v1/search/export")
@RequestScoped
public class SearchExportResource {
    @Inject
    private SearchExport export;

    /// @param q in the language of `docs/search.md`; empty exports everything
    /// @param brand handle of the one brand whose statuses are wanted
    /// @param sort `newest`, `relevance` or `engaged`
    /// @param format `csv`, `xlsx` or `jsonl`
    /// @param columns keys in the order of the file; all when none is named
    /// @param separator of a CSV: `comma`, `semicolon` or `tab`
    /// @param bom begin a CSV with a byte order mark, which Excel needs to know UTF-8
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save what a search finds as CSV, Excel workbook or JSON Lines, one row per status",
            type = "text/csv",
            problems = {
                ProblemType.QUERY_NOT_UNDERSTOOD,
                ProblemType.SEARCH_TOO_BROAD,
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.NOT_VALID
            })
    public Response export(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("columns") List<String> columns,
            @QueryParam("separator") @DefaultValue("comma") String separator,
            @QueryParam("bom") boolean bom) {
        ReportFormat file = format(format, separator, bom);
        SearchQuestion question =
                new SearchQuestion(q, Wish.orNull(brand), SearchOrder.of(sort), SearchQuestion.MAX_LIMIT, null);
        SearchExport.Prepared prepared = export.prepare(question, columns(columns));
        StreamingOutput rows = out -> export.write(prepared, file, out);
        return Response.ok(rows, file.mediaType())
                .header(Attachment.HEADER, Attachment.named("search." + format))
                .build();
    }

    private static ReportFormat format(String format, String separator, boolean bom) {
        return switch (format) {
            case "csv" -> new CsvFormat(Separator.named(separator).sign(), bom, false);
            case "jsonl" -> new JsonLinesFormat(false);
            case "xlsx" -> new XlsxFormat("search");
            default -> throw new ExportWishRefused("There is no format '" + format + "': say csv, xlsx or jsonl.");
        };
    }

    /// Named once each or several in one, parted by commas.
    private static List<FoundColumn> columns(List<String> keys) {
        List<FoundColumn> wanted = keys.stream()
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(SearchExportResource::column)
                .distinct()
                .toList();
        return wanted.isEmpty() ? List.of(FoundColumn.values()) : wanted;
    }

    private static FoundColumn column(String key) {
        return FoundColumn.of(key)
                .orElseThrow(() -> new ExportWishRefused("There is no column '" + key + "'. There are "
                        + Arrays.stream(FoundColumn.values())
                                .map(FoundColumn::key)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
