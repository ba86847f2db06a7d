package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.gazouillis.compose.MediaFiles;
import org.gazouillis.compose.MediaNotFound;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// The files of images. Their names are hashes of what is in them: nobody guesses one, and none ever changes.
@Path("media/{file}")
@RequestScoped
public class MediaFilesResource {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    private MediaFiles files;

    @GET
    @Allows(Access.ANYONE)
    @Described(
            summary = "Read the file of an image",
            type = "image/jpeg",
            problems = {ProblemType.MEDIA_NOT_FOUND})
    public Response read(@PathParam("file") String name) {
        java.nio.file.Path file = files.find(name).orElseThrow(() -> new MediaNotFound("of this name"));
        return Response.ok(file.toFile(), name.endsWith(".png") ? "image/png" : "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .build();
    }
}
