package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.microblog.Lists;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.network.PostText;
import org.gazouillis.timeline.LiveReader;
import org.gazouillis.timeline.LiveReaders;
import org.gazouillis.timeline.LiveTopic;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.TimelineReader;
import org.gazouillis.timeline.Window;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.microblog.Addresses;
import org.gazouillis.web.microblog.Viewer;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/streaming`: what is new, as server-sent events while the connection is open. `event: update` carries a
/// status and its id as `id:`, `event: delete` the id of a removed one; a comment every 15 seconds keeps the line
/// open. Who comes back with `Last-Event-ID` first gets the up to 400 statuses missed.
@Path("v1/streaming")
@RequestScoped
@Produces(MediaType.SERVER_SENT_EVENTS)
public class StreamingResource {
    @Inject
    private LiveReaders readers;

    @Inject
    private TimelineReader timelines;

    @Inject
    private Lists lists;

    @Inject
    private EventPump pump;

    @Inject
    private Viewer viewer;

    @Inject
    private CurrentReader current;

    @Context
    private UriInfo uri;

    @HeaderParam("Last-Event-ID")
    private @Nullable String lastEvent;

    /// For pages that open a new `EventSource`, which cannot send the header.
    @QueryParam("last_event_id")
    private @Nullable String lastSeen;

    @GET
    @Path("public")
    @Allows(Access.ANYONE)
    @Described(summary = "Hear what everybody writes", type = MediaType.SERVER_SENT_EVENTS)
    public void everyone(@Context SseEventSink sink, @Context Sse sse) {
        stream(sink, sse, new LiveTopic.Everyone(), window -> timelines.everyone(window, null));
    }

    @GET
    @Path("user")
    @Allows(Access.MEMBER_READ)
    @Described(summary = "Hear what arrives in one's home", type = MediaType.SERVER_SENT_EVENTS)
    public void user(@Context SseEventSink sink, @Context Sse sse, @QueryParam("as") @Nullable String as) {
        ProfileId home = viewer.home(as);
        stream(sink, sse, new LiveTopic.Home(home), window -> timelines.home(home, window));
    }

    @GET
    @Path("list")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Hear what those on a list write",
            type = MediaType.SERVER_SENT_EVENTS,
            problems = ProblemType.LIST_NOT_FOUND)
    public void list(@Context SseEventSink sink, @Context Sse sse, @QueryParam("list") @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new BadRequestException("Name the list: ?list=…");
        }
        ProfileList list = lists.one(ListId.parse(id));
        stream(sink, sse, new LiveTopic.Members(list.id(), list.owner()), window -> timelines.list(list, window, null));
    }

    @GET
    @Path("hashtag")
    @Allows(Access.ANYONE)
    @Described(summary = "Hear what carries a hashtag", type = MediaType.SERVER_SENT_EVENTS)
    public void hashtag(@Context SseEventSink sink, @Context Sse sse, @QueryParam("tag") @Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            throw new BadRequestException("Name the hashtag: ?tag=…");
        }
        String folded = PostText.fold(tag);
        stream(sink, sse, new LiveTopic.Hashtag(folded), window -> timelines.hashtag(folded, window, null));
    }

    /// The reader is opened before the gap is read, so that nothing falls between; the pump skips what comes twice.
    private void stream(SseEventSink sink, Sse sse, LiveTopic topic, Function<Window, List<StatusView>> gap) {
        StatusId last = last();
        LiveReader reader = readers.open(topic);
        try {
            List<StatusView> missed = last == null
                    ? List.of()
                    : gap.apply(Window.upwardsFrom(last, Window.MOST)).reversed();
            pump.start(new Subscription(sink, sse, reader, current.key(), missed, Addresses.absolute(uri)));
        } catch (RuntimeException failed) {
            reader.close();
            throw failed;
        }
    }

    private @Nullable StatusId last() {
        String last = lastEvent == null ? lastSeen : lastEvent;
        return last == null || last.isBlank() ? null : StatusId.parse(last);
    }
}
