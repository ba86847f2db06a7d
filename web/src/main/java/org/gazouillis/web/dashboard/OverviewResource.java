package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.gazouillis.dashboard.BrandStandings;
import org.gazouillis.dashboard.BrandTable;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// All brands side by side, for programs.
@Path("desk/v1/overview")
@RequestScoped
public class OverviewResource {
    @Inject
    private BrandStandings standings;

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
            summary =
                    "List all your brands with what needs somebody, their next posts and their figures, trouble first",
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
        OverviewQuestion question = new OverviewQuestion(from, to, days, against, sort, q);
        return ListJson.all(question.ask(standings, clock.instant()).stream()
                .map(brand -> BrandStandingJson.of(brand, BrandTable.MEASURES))
                .toList());
    }
}
