package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.gazouillis.listen.SearchExport;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
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
                ProblemType.NOT_VALID,
                ProblemType.NOT_READY
            })
    public Response export(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("columns") List<String> columns,
            @QueryParam("separator") @DefaultValue("comma") String separator,
            @QueryParam("bom") boolean bom) {
        SearchFile file = SearchFile.of(columns, format, separator, bom);
        SearchQuestion question =
                new SearchQuestion(q, Wish.orNull(brand), SearchOrder.of(sort), SearchQuestion.MAX_LIMIT, null);
        SearchExport.Prepared prepared = export.prepare(question, file.columns());
        StreamingOutput rows = out -> export.write(prepared, file.format(), out);
        return Response.ok(rows, file.format().mediaType())
                .header(Attachment.HEADER, Attachment.named("search." + format))
                .build();
    }
}
