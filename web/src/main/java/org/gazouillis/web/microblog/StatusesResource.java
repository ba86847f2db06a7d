package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.gazouillis.compose.Uploads;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.StatusImage;
import org.gazouillis.microblog.StatusPoster;
import org.gazouillis.microblog.StatusRemover;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.ThreadReader;
import org.gazouillis.timeline.TimelineReader;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.openapi.Described.Shape;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/statuses`: read, write and take away.
@Path("v1/statuses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatusesResource {
    @Inject
    private StatusPoster poster;

    @Inject
    private StatusRemover remover;

    @Inject
    private Uploads uploads;

    @Inject
    private TimelineReader timelines;

    @Inject
    private ThreadReader threads;

    @Inject
    private Viewer viewer;

    @Context
    private UriInfo uri;

    @GET
    @Allows(Access.ANYONE)
    @Described(summary = "Read several statuses by id", answer = StatusJson.class, shape = Shape.ARRAY)
    public List<StatusJson> several(@BeanParam ManyIds ids) {
        List<StatusId> wanted =
                ids.all().distinct().limit(ManyIds.MOST).map(StatusId::parse).toList();
        return StatusJson.of(timelines.byIds(wanted, viewer.own()), addresses());
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED})
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Write a status, a reply, a quote or a poll (form)",
            answer = StatusJson.class,
            problems = {
                ProblemType.TEXT_NOT_POSTABLE,
                ProblemType.NOT_VALID,
                ProblemType.STATUS_NOT_FOUND,
                ProblemType.MEDIA_NOT_FOUND,
                ProblemType.IDEMPOTENCY_KEY_REUSED
            })
    public StatusJson postForm(
            MultivaluedMap<String, String> form,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("as") @Nullable String as) {
        return post(NewStatusJson.of(form), key, as);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Write a status, a reply, a quote or a poll",
            answer = StatusJson.class,
            problems = {
                ProblemType.TEXT_NOT_POSTABLE,
                ProblemType.NOT_VALID,
                ProblemType.STATUS_NOT_FOUND,
                ProblemType.MEDIA_NOT_FOUND,
                ProblemType.IDEMPOTENCY_KEY_REUSED
            })
    public StatusJson post(
            NewStatusJson status,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("as") @Nullable String as) {
        List<StatusImage> images = uploads.all(status.images()).stream()
                .map(MediaAttachmentJson::shown)
                .toList();
        StatusId id = poster.post(status.wish(viewer.named(as), key == null || key.isBlank() ? null : key, images));
        return StatusJson.of(threads.status(id, viewer.marks(as)), addresses());
    }

    @GET
    @Path("{id}")
    @Allows(Access.ANYONE)
    @Described(summary = "Read a status", answer = StatusJson.class, problems = ProblemType.STATUS_NOT_FOUND)
    public StatusJson one(@PathParam("id") String id) {
        return StatusJson.of(threads.status(StatusId.parse(id), viewer.own()), addresses());
    }

    @DELETE
    @Path("{id}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Take one's own status away",
            answer = StatusJson.class,
            problems = ProblemType.STATUS_NOT_FOUND)
    public StatusJson remove(@PathParam("id") String id) {
        StatusView last = threads.status(StatusId.parse(id), viewer.own());
        remover.remove(last.id());
        return StatusJson.of(last, addresses());
    }

    @GET
    @Path("{id}/context")
    @Allows(Access.ANYONE)
    @Described(
            summary = "Read the conversation around a status",
            answer = ContextJson.class,
            problems = ProblemType.STATUS_NOT_FOUND)
    public ContextJson context(@PathParam("id") String id) {
        return ContextJson.of(threads.around(StatusId.parse(id), viewer.own()), addresses());
    }

    @GET
    @Path("{id}/quotes")
    @Allows(Access.ANYONE)
    @Described(
            summary = "Read what quotes a status",
            answer = StatusJson.class,
            shape = Shape.ARRAY,
            problems = ProblemType.STATUS_NOT_FOUND)
    public Response quotes(@PathParam("id") String id, @BeanParam Paging paging) {
        StatusId quoted = threads.status(StatusId.parse(id), viewer.own()).id();
        return paging.page(timelines.quotes(quoted, paging.window(), viewer.own()));
    }

    private Addresses addresses() {
        return Addresses.absolute(uri);
    }
}
