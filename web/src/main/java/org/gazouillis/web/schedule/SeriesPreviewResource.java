package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.gazouillis.schedule.SeriesReader;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What a series would say when, before it is saved; nothing is changed.
@Path("desk/v1/brands/{brand}/series/preview")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SeriesPreviewResource {
    private static final int SHOWN = 20;

    @Inject
    private SeriesReader reader;

    @Inject
    private BrandNames brands;

    @POST
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Show the next occurrences of a series before it is saved",
            answer = OccurrenceJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.TIME_NOT_PLANNABLE, ProblemType.NOT_VALID})
    public ListJson<OccurrenceJson> preview(
            @PathParam("brand") String brand,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Nullable NewSeriesJson body) {
        NewSeriesJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        Messages messages = Messages.of(Languages.best(languages));
        VisibleBrand visible = brands.named(brand);
        return ListJson.all(reader.preview(wish.wish(visible), SHOWN).stream()
                .map(each -> OccurrenceJson.of(each, messages))
                .toList());
    }
}
