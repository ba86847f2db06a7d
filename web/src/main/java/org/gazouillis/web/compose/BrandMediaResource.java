package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.gazouillis.compose.Media;
import org.gazouillis.compose.MediaLibrary;
import org.gazouillis.compose.MediaRefused;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.FormParts;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's images, for programs.
@Path("desk/v1/brands/{brand}/media")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BrandMediaResource {
    private static final int LONGEST_TEXT = 1 << 14;

    @Inject
    private MediaLibrary library;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List a brand's images, the newest first",
            answer = MediaJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<MediaJson> list(
            @PathParam("brand") String brand,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("24") int limit) {
        MediaId before = cursor == null ? new MediaId(Long.MAX_VALUE) : MediaId.parse(cursor);
        return ListJson.of(library.newest(brands.named(brand).id(), before, limit), MediaJson::of);
    }

    /// Parts of the form: `file`, and what the picture shows in `altEn` and `altFr`.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Upload an image (form parts: file, altEn, altFr); JPEG, PNG, WebP or a still GIF",
            answer = MediaJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.TOO_LARGE})
    public Response upload(@PathParam("brand") String brand, List<EntityPart> parts) throws IOException {
        BrandId owner = brands.named(brand).id();
        FormParts form = new FormParts(parts);
        EntityPart file = form.part("file")
                .orElseThrow(() -> new MediaRefused("The form has no part named file. Choose a file."));
        try (InputStream content = file.getContent()) {
            Media media = library.add(
                    owner,
                    file.getFileName().orElse(""),
                    content,
                    form.text("altEn", LONGEST_TEXT),
                    form.text("altFr", LONGEST_TEXT));
            return Response.created(URI.create("/api/desk/v1/media/" + media.id()))
                    .entity(MediaJson.of(media))
                    .build();
        }
    }
}
