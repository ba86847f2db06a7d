package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.gazouillis.listen.Trend;
import org.gazouillis.listen.Trends;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Hashtags that more people use than is usual, for programs.
@Path("desk/v1/trends")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrendsResource {
    @Inject
    private Trends trends;

    @Inject
    private BrandNames brands;

    /// @param brand handle or id: of what it says, is addressed with, and had imported; else of everything public
    /// @param lang such as `fr`, without a brand; all languages when missing
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the hashtags that more people use than is usual, computed once a minute",
            answer = TrendJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<TrendJson> list(
            @QueryParam("brand") @Nullable String brand, @QueryParam("lang") @Nullable String lang) {
        List<Trend> found = brand == null || brand.isBlank()
                ? trends.everywhere(Wish.orEmpty(lang).toLowerCase(Locale.ROOT))
                : trends.of(brands.named(brand).id());
        return ListJson.all(found.stream().map(TrendJson::of).toList());
    }
}
