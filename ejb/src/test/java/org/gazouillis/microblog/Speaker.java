package org.gazouillis.microblog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;

/// Somebody who uses the micro-blog: every deed runs in a transaction of its own on their behalf.
public final class Speaker {
    private final World world;
    private final MemberScope member;
    private final StatusPoster poster;
    private final StatusRemover remover;
    private final Likes likes;
    private final Reposts reposts;
    private final Follows follows;
    private final Bookmarks bookmarks;
    private final Lists lists;
    private final Polls polls;
    private final Acknowledgements acknowledgements;

    public Speaker(World world, MemberScope member) {
        this.world = world;
        this.member = member;
        CurrentMember current = new CurrentMember();
        current.become(member);
        Permissions permissions = new Permissions(current);
        Voices voices = new Voices(world.app(), permissions);
        poster = new StatusPoster(world.app(), voices, permissions, world.ids(), world.clock());
        likes = new Likes(world.app(), voices, world.clock());
        reposts = new Reposts(world.app(), voices, world.ids(), world.clock());
        remover = new StatusRemover(world.app(), voices, reposts, world.clock());
        follows = new Follows(world.app(), voices, world.clock());
        bookmarks = new Bookmarks(world.app(), voices, current, world.clock());
        lists = new Lists(world.app(), voices, permissions, world.ids(), world.clock());
        polls = new Polls(world.app(), voices);
        acknowledgements = new Acknowledgements(world.app(), voices, world.clock());
    }

    /// A new person with a profile of that handle and no rights anywhere.
    public static Speaker named(World world, String handle) {
        ProfileId profile = world.profile(handle);
        return new Speaker(
                world,
                new MemberScope(
                        World.AGENCY,
                        new MemberId(profile.value()),
                        profile,
                        handle + "@test.example",
                        Map.of(),
                        MemberScope.ALL_SCOPES));
    }

    public ProfileId profile() {
        return member.profile();
    }

    public StatusId posts(String text) {
        return posts(NewStatus.of(text));
    }

    public StatusId posts(NewStatus status) {
        return doing(() -> poster.post(status));
    }

    public StatusId replies(StatusId parent, String text) {
        return posts(NewStatus.of(text).inReplyTo(parent));
    }

    public void likes(StatusId status) {
        running(() -> likes.like(status, null));
    }

    public void unlikes(StatusId status) {
        running(() -> likes.unlike(status, null));
    }

    public StatusId reposts(StatusId status) {
        return doing(() -> reposts.repost(status, null));
    }

    public void unreposts(StatusId status) {
        running(() -> reposts.unrepost(status, null));
    }

    public void removes(StatusId status) {
        running(() -> remover.remove(status));
    }

    public Relationship follows(ProfileId author) {
        return doing(() -> follows.follow(author, null, null));
    }

    public void followsFrom(StatusId status, ProfileId author) {
        running(() -> follows.follow(author, null, status));
    }

    public void keeps(StatusId status) {
        running(() -> bookmarks.add(status));
    }

    public void dropsBookmark(StatusId status) {
        running(() -> bookmarks.remove(status));
    }

    public void acknowledges(StatusId status) {
        running(() -> acknowledgements.acknowledge(status, null));
    }

    public void takesAcknowledgementBack(StatusId status) {
        running(() -> acknowledgements.takeBack(status, null));
    }

    public Set<StatusId> kept(StatusId... among) {
        return doing(() -> bookmarks.among(List.of(among)));
    }

    public Relationship unfollows(ProfileId author) {
        return doing(() -> follows.unfollow(author, null));
    }

    public void votes(StatusId status, Integer... choices) {
        running(() -> polls.vote(status, List.of(choices), null));
    }

    /// How a poll stands, with their own choice.
    public Poll poll(StatusId status) {
        return doing(() -> polls.one(status, member.profile()));
    }

    /// A list of their own, with these profiles on it.
    public ProfileList lists(String title, ProfileId... members) {
        ProfileList list = lists(all -> all.create(title, null));
        puts(list, members);
        return lists(all -> all.one(list.id()));
    }

    public void puts(ProfileList list, ProfileId... members) {
        running(() -> lists.add(list.id(), List.of(members)));
    }

    public void takesOff(ProfileList list, ProfileId... members) {
        running(() -> lists.drop(list.id(), List.of(members)));
    }

    public void removes(ProfileList list) {
        running(() -> lists.remove(list.id()));
    }

    public <T> T lists(Function<Lists, T> deed) {
        return doing(() -> deed.apply(lists));
    }

    private <T> T doing(Supplier<T> deed) {
        return world.as(member, deed);
    }

    private void running(Runnable deed) {
        doing(() -> {
            deed.run();
            return true;
        });
    }
}
