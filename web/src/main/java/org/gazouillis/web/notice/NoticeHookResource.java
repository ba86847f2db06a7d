package org.gazouillis.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.gazouillis.notice.NoticeHooks;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The member's own webhook for notices.
@Path("desk/v1/notice-hook")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoticeHookResource {
    @Inject
    private NoticeHooks hooks;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(summary = "Read where the member has notices sent, and the last calls", answer = HookJson.class)
    public HookJson read() {
        return hooks.mine().map(HookJson::of).orElse(HookJson.NONE);
    }

    @PUT
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Have notices sent to a webhook; its key is answered this once",
            answer = HookJson.class,
            problems = {ProblemType.NOT_VALID})
    public HookJson lead(@Nullable NewHookJson body) {
        return HookJson.of(hooks.lead(body == null ? "" : Objects.requireNonNullElse(body.endpoint(), "")));
    }

    @POST
    @Path("test")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Send a signed test to the member's webhook",
            answer = HookJson.class,
            problems = {ProblemType.NOT_VALID})
    public HookJson test() {
        return HookJson.of(hooks.test());
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Send no more notices to a webhook", status = 204)
    public void remove() {
        hooks.remove();
    }
}
