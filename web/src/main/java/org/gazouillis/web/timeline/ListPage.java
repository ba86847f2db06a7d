package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.gazouillis.kernel.ListId;
import org.gazouillis.listen.NamedLists;
import org.gazouillis.microblog.Lists;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.timeline.TimelineReader;
import org.gazouillis.web.microblog.Addresses;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/timeline/list?id=`: what those on a list wrote, and who they are.
@Named
@RequestScoped
public class ListPage {
    @Inject
    private Lists lists;

    @Inject
    private TimelineReader timelines;

    @Inject
    private Acting acting;

    @Inject
    private Shelf shelf;

    @Inject
    private Shell shell;

    private @Nullable ProfileList list;
    private List<Member> members = List.of();
    private Cards cards = Cards.NONE;

    /// Somebody on the list.
    public record Member(String id, String name, String handle, String link, String avatar) {}

    /// @throws org.gazouillis.microblog.ListNotFound when the member has no such list
    public void load() {
        ProfileList found = lists.one(ListId.parse(shelf.parameter("id")));
        list = found;
        members = lists.members(found.id()).stream().map(this::member).toList();
        cards = shelf.page(timelines.list(found, shelf.window(), acting.viewer()), "/timeline/list?id=" + found.id());
    }

    private Member member(Profile profile) {
        Addresses addresses = acting.addresses();
        return new Member(
                profile.id().toString(),
                profile.name(),
                profile.handle(),
                addresses.profile(profile.handle()),
                addresses.avatar(profile.id()));
    }

    public ProfileList getList() {
        return Objects.requireNonNull(list, "the page was not loaded");
    }

    public List<Member> getMembers() {
        return members;
    }

    /// How many they are, in words.
    public String getCount() {
        return shell.texts().text("timeline.lists.members", members.size());
    }

    /// Whether nobody more fits on it.
    public boolean isFull() {
        return members.size() >= Lists.MOST_MEMBERS;
    }

    public String getStream() {
        return "/api/v1/streaming/list?list=" + getList().id();
    }

    /// The search for what those on the list say.
    public String getSearch() {
        return "/listen/search?q=" + URLEncoder.encode(NamedLists.term(getList()), StandardCharsets.UTF_8);
    }

    public Cards getCards() {
        return cards;
    }
}
