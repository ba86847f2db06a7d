package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.PivotQuestion;
import org.gazouillis.dashboard.Pivots;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Explore, for programs.
@Path("desk/v1/brands/{brand}/measures/pivot")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PivotResource {
    @Inject
    private Pivots pivots;

    @Inject
    private Exploring exploring;

    @Inject
    private BrandNames brands;

    @Inject
    private Clock clock;

    /// @param scope `all` for all brands that the caller may analyse, each by its own clock
    /// @param rows dimension of the rows; `columns` that of the columns, if any
    /// @param q only posts that this search finds count
    /// @param within only what has these keys counts, as `campaign:17,language:fr`; with `rows=status` the
    ///     posts of a cell
    /// @param sort `name`, a measure, or `in:` and the key of a column
    /// @param top rows that are told by themselves, 1 to 100; times are all told
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Part a period's figures by one or two dimensions, narrowed by a search",
            answer = PivotJson.class,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.MEASURE_UNKNOWN,
                ProblemType.DIMENSION_UNKNOWN,
                ProblemType.WINDOW_UNKNOWN,
                ProblemType.PERIOD_NOT_READABLE,
                ProblemType.QUERY_NOT_UNDERSTOOD,
                ProblemType.SEARCH_TOO_BROAD,
                ProblemType.PIVOT_TOO_WIDE,
                ProblemType.NOT_VALID
            })
    public PivotJson pivot(
            @PathParam("brand") String handle,
            @QueryParam("scope") @DefaultValue("") String scope,
            @QueryParam("rows") @DefaultValue("campaign") String rows,
            @QueryParam("columns") @DefaultValue("") String columns,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("window") @DefaultValue("activity") String window,
            @QueryParam("measures") @Nullable String measures,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("within") @DefaultValue("") String within,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("reverse") @DefaultValue("false") boolean reverse,
            @QueryParam("top") @DefaultValue("20") int top) {
        List<Measure> asked = Measure.listed(measures);
        Axis by = Axis.named(rows);
        VisibleBrand brand = brands.named(handle);
        List<PivotQuestion.Slice> slices = exploring.ofScope(brand, scope.equals("all")).stream()
                .map(each -> new PivotQuestion.Slice(each, Period.parse(from, to, each.zone(), clock.instant())))
                .toList();
        return PivotJson.of(pivots.read(new PivotQuestion(
                slices,
                by,
                columns.isBlank() ? null : Axis.named(columns),
                Window.named(window),
                asked,
                q,
                within(within),
                new PivotSort(sort, reverse).order(by, asked, asked.isEmpty() ? Measure.IMPRESSIONS : asked.getFirst()),
                Math.clamp(top, 1, PivotQuestion.MOST_ROWS))));
    }

    private static Map<Axis, String> within(String text) {
        Map<Axis, String> within = new EnumMap<>(Axis.class);
        for (String part : text.split(",")) {
            int sign = part.indexOf(':');
            if (!part.isBlank()) {
                within.put(
                        Axis.named(
                                sign < 0
                                        ? part.strip()
                                        : part.substring(0, sign).strip()),
                        part.substring(sign + 1));
            }
        }
        return within;
    }
}
