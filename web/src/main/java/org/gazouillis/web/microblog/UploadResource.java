package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import org.gazouillis.compose.Uploads;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/media`: an image that one brought and has not shown yet; for older clients, brings it.
@Path("v1/media")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {
    @Inject
    private Uploads uploads;

    @Inject
    private UploadsResource door;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "As POST /api/v2/media",
            answer = MediaAttachmentJson.class,
            problems = {ProblemType.NOT_VALID, ProblemType.TOO_LARGE})
    public MediaAttachmentJson bring(List<EntityPart> parts) throws IOException {
        return door.bring(parts);
    }

    @GET
    @Path("{id}")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read what is known of an image that one brought today",
            answer = MediaAttachmentJson.class,
            problems = {ProblemType.MEDIA_NOT_FOUND})
    public MediaAttachmentJson read(@PathParam("id") String id) {
        return MediaAttachmentJson.of(uploads.one(MediaId.parse(id)), Addresses.absolute(uri));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Say what an image shows",
            answer = MediaAttachmentJson.class,
            problems = {ProblemType.MEDIA_NOT_FOUND, ProblemType.NOT_VALID})
    public MediaAttachmentJson describe(@PathParam("id") String id, @Nullable DescriptionJson body) {
        String description = body == null ? null : body.description();
        return MediaAttachmentJson.of(uploads.describe(MediaId.parse(id), description), Addresses.absolute(uri));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Say what an image shows (form)",
            answer = MediaAttachmentJson.class,
            problems = {ProblemType.MEDIA_NOT_FOUND, ProblemType.NOT_VALID})
    public MediaAttachmentJson describeByForm(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return describe(id, new DescriptionJson(form.getFirst("description")));
    }

    /// What an image shows.
    public record DescriptionJson(@Nullable String description) {}
}
