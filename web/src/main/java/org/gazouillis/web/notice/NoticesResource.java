package org.gazouillis.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gazouillis.kernel.NoticeId;
import org.gazouillis.notice.NoticeBoard;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.jspecify.annotations.Nullable;

/// The member's notices, for programs.
@Path("desk/v1/notices")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
    @Inject
    private NoticeBoard board;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List what failed, was missed, is held or waits, the newest first",
            answer = NoticeJson.class,
            shape = Described.Shape.LIST)
    public ListJson<NoticeJson> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("40") int limit) {
        NoticeId before = cursor == null ? new NoticeId(Long.MAX_VALUE) : NoticeId.parse(cursor);
        return ListJson.of(board.newest(before, limit), NoticeJson::of);
    }

    @GET
    @Path("unread")
    @Allows(Access.MEMBER_READ)
    @Described(summary = "Count the unread notices", answer = UnreadJson.class)
    public UnreadJson unread() {
        return new UnreadJson(board.unread());
    }

    @POST
    @Path("read")
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Mark notices as read", answer = UnreadJson.class)
    public UnreadJson markRead(@Nullable ReadJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        List<String> notices = body.notices();
        board.markRead(
                notices == null
                        ? List.of()
                        : notices.stream().map(NoticeId::parse).toList());
        return new UnreadJson(board.unread());
    }
}
