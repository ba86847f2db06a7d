package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Follows;
import org.gazouillis.microblog.Lists;
import org.gazouillis.microblog.ProfileNotFound;
import org.gazouillis.microblog.Profiles;
import org.gazouillis.timeline.TimelineReader;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.openapi.Described.Shape;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/api/v1/accounts`: profiles, what they wrote, following them, on which of one's lists they stand.
@Path("v1/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
    private static final Set<String> YES = Set.of("1", "true", "True", "on");

    @Inject
    private Profiles profiles;

    @Inject
    private Follows follows;

    @Inject
    private Lists lists;

    @Inject
    private TimelineReader timelines;

    @Inject
    private Viewer viewer;

    @Context
    private UriInfo uri;

    @GET
    @Path("verify_credentials")
    @Allows(Access.MEMBER_READ)
    @Described(summary = "Read one's own profile", answer = AccountJson.class)
    public AccountJson own() {
        return AccountJson.own(profiles.byId(viewer.home(null)), addresses());
    }

    @GET
    @Path("lookup")
    @Allows(Access.ANYONE)
    @Described(
            summary = "Find a profile by its handle",
            answer = AccountJson.class,
            problems = ProblemType.PROFILE_NOT_FOUND)
    public AccountJson lookup(@QueryParam("acct") @Nullable String acct) {
        String handle = acct == null ? "" : acct;
        return AccountJson.of(profiles.byHandle(handle).orElseThrow(() -> new ProfileNotFound(handle)), addresses());
    }

    @GET
    @Path("relationships")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read how one stands to others",
            answer = RelationshipJson.class,
            shape = Shape.ARRAY,
            problems = ProblemType.PROFILE_NOT_FOUND)
    public List<RelationshipJson> relationships(@BeanParam ManyIds ids) {
        ProfileId own = viewer.home(null);
        return ids.all()
                .limit(ManyIds.MOST)
                .map(id -> RelationshipJson.of(follows.between(own, ProfileId.parse(id))))
                .toList();
    }

    @GET
    @Path("{id}")
    @Allows(Access.ANYONE)
    @Described(summary = "Read a profile", answer = AccountJson.class, problems = ProblemType.PROFILE_NOT_FOUND)
    public AccountJson one(@PathParam("id") String id) {
        return AccountJson.of(profiles.byId(ProfileId.parse(id)), addresses());
    }

    /// Media and pinned statuses do not exist here: asking for only those finds none.
    @GET
    @Path("{id}/statuses")
    @Allows(Access.ANYONE)
    @Described(
            summary = "Read what a profile wrote",
            answer = StatusJson.class,
            shape = Shape.ARRAY,
            problems = ProblemType.PROFILE_NOT_FOUND)
    public Response statuses(@PathParam("id") String id, @BeanParam Kinds kinds, @BeanParam Paging paging) {
        ProfileId author = profiles.byId(ProfileId.parse(id)).id();
        if (yes(kinds.onlyMedia) || yes(kinds.pinned)) {
            return paging.page(List.of());
        }
        return paging.page(timelines.profile(
                author, !yes(kinds.withoutReplies), !yes(kinds.withoutReposts), paging.window(), viewer.own()));
    }

    @GET
    @Path("{id}/lists")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read on which of one's lists a profile stands",
            answer = ProfileListJson.class,
            shape = Shape.ARRAY,
            problems = ProblemType.PROFILE_NOT_FOUND)
    public List<ProfileListJson> lists(@PathParam("id") String id, @QueryParam("as") @Nullable String as) {
        return lists.having(ProfileId.parse(id), viewer.named(as)).stream()
                .map(ProfileListJson::of)
                .toList();
    }

    @POST
    @Path("{id}/follow")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Follow a profile; `from` tells from which of its statuses one came",
            answer = RelationshipJson.class,
            problems = ProblemType.PROFILE_NOT_FOUND)
    public RelationshipJson follow(
            @PathParam("id") String id,
            @QueryParam("as") @Nullable String as,
            @QueryParam("from") @Nullable String from) {
        StatusId status = from == null || from.isBlank() ? null : StatusId.parse(from);
        return RelationshipJson.of(follows.follow(ProfileId.parse(id), viewer.named(as), status));
    }

    @POST
    @Path("{id}/unfollow")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Stop following a profile",
            answer = RelationshipJson.class,
            problems = ProblemType.PROFILE_NOT_FOUND)
    public RelationshipJson unfollow(@PathParam("id") String id, @QueryParam("as") @Nullable String as) {
        return RelationshipJson.of(follows.unfollow(ProfileId.parse(id), viewer.named(as)));
    }

    /// Which of a profile's statuses are wanted.
    public static class Kinds {
        @QueryParam("exclude_replies")
        private @Nullable String withoutReplies;

        @QueryParam("exclude_reblogs")
        private @Nullable String withoutReposts;

        @QueryParam("only_media")
        private @Nullable String onlyMedia;

        @QueryParam("pinned")
        private @Nullable String pinned;
    }

    private static boolean yes(@Nullable String flag) {
        return flag != null && YES.contains(flag);
    }

    private Addresses addresses() {
        return Addresses.absolute(uri);
    }
}
