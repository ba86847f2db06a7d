package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gazouillis.compose.MediaRefused;
import org.gazouillis.compose.Uploads;
import org.gazouillis.web.FormParts;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// `/api/v2/media`: brings an image for a status of one's own. It is ready at once.
@Path("v2/media")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {
    private static final int LONGEST_TEXT = 1 << 14;

    @Inject
    private Uploads uploads;

    @Context
    private UriInfo uri;

    /// Parts of the form: `file`, and what the picture shows in `description`.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Bring an image for a status (form parts: file, description); JPEG, PNG, WebP or a still GIF",
            answer = MediaAttachmentJson.class,
            problems = {ProblemType.NOT_VALID, ProblemType.TOO_LARGE})
    public MediaAttachmentJson bring(List<EntityPart> parts) throws IOException {
        FormParts form = new FormParts(parts);
        EntityPart file = form.part("file")
                .orElseThrow(() -> new MediaRefused("The form has no part named file. Choose a file."));
        try (InputStream content = file.getContent()) {
            return MediaAttachmentJson.of(
                    uploads.add(content, form.text("description", LONGEST_TEXT)), Addresses.absolute(uri));
        }
    }
}
