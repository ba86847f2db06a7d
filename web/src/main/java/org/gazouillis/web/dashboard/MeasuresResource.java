package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.openapi.Described;
import org.jspecify.annotations.Nullable;

/// What the figures mean.
@Path("desk/v1/measures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeasuresResource {
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the measures with their definitions, in English or French",
            answer = MeasureJson.class,
            shape = Described.Shape.LIST)
    public ListJson<MeasureJson> definitions(@HeaderParam("Accept-Language") @Nullable String languages) {
        Locale language = Languages.best(languages);
        return ListJson.all(Arrays.stream(Measure.values())
                .map(measure -> MeasureJson.of(measure.definition(language)))
                .toList());
    }
}
