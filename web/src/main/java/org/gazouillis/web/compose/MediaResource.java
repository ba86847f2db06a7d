package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.compose.MediaLibrary;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One image of the library, for programs.
@Path("desk/v1/media/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MediaResource {
    @Inject
    private MediaLibrary library;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read what is known of an image",
            answer = MediaJson.class,
            problems = {ProblemType.MEDIA_NOT_FOUND})
    public MediaJson read(@PathParam("id") String id) {
        return MediaJson.of(library.one(MediaId.parse(id)));
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Say what an image shows, in English or French",
            answer = MediaJson.class,
            problems = {ProblemType.MEDIA_NOT_FOUND, ProblemType.NOT_VALID})
    public MediaJson describe(@PathParam("id") String id, @Nullable AltJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return MediaJson.of(library.describe(MediaId.parse(id), body.altEn(), body.altFr()));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Take an image out of the library; what was published keeps it",
            status = 204,
            problems = {ProblemType.MEDIA_NOT_FOUND})
    public void remove(@PathParam("id") String id) {
        library.remove(MediaId.parse(id));
    }
}
