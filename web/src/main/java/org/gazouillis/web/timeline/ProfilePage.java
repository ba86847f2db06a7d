package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.Follows;
import org.gazouillis.microblog.Lists;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.ProfileNotFound;
import org.gazouillis.microblog.Profiles;
import org.gazouillis.timeline.TimelineReader;
import org.jspecify.annotations.Nullable;

/// `/timeline/profile?handle=`: who somebody is, what they wrote, the button to follow them, and one's lists for
/// them.
@Named
@RequestScoped
public class ProfilePage {
    @Inject
    private TimelineReader timelines;

    @Inject
    private Profiles profiles;

    @Inject
    private Follows follows;

    @Inject
    private Lists lists;

    @Inject
    private Acting acting;

    @Inject
    private Shelf shelf;

    private @Nullable Profile profile;
    private boolean following;
    private List<Choice> choices = List.of();
    private Cards cards = Cards.NONE;

    /// A list of the reader's.
    ///
    /// @param on whether the profile stands on it
    public record Choice(String id, String title, boolean on) {}

    /// @throws ProfileNotFound when nobody has the handle in the address
    public void load() {
        String handle = shelf.parameter("handle");
        Profile found = profiles.byHandle(handle).orElseThrow(() -> new ProfileNotFound(handle));
        ProfileId viewer = acting.viewer();
        profile = found;
        choices = viewer == null ? List.of() : choices(found.id(), viewer);
        following = viewer != null && follows.between(viewer, found.id()).following();
        cards = shelf.page(
                timelines.profile(found.id(), true, true, shelf.window(), viewer),
                "/timeline/profile?handle=" + found.handle());
    }

    private List<Choice> choices(ProfileId profile, ProfileId viewer) {
        Set<ListId> on =
                lists.having(profile, viewer).stream().map(ProfileList::id).collect(Collectors.toSet());
        return lists.all(viewer).stream()
                .map(list -> new Choice(list.id().toString(), list.title(), on.contains(list.id())))
                .toList();
    }

    /// The reader's lists, by title.
    public List<Choice> getChoices() {
        return choices;
    }

    public Profile getProfile() {
        return Objects.requireNonNull(profile, "the page was not loaded");
    }

    public String getAvatar() {
        return acting.addresses().avatar(getProfile().id());
    }

    public boolean isFollowing() {
        return following;
    }

    /// Id of the status from which the reader came; empty when they did not. The follow decides whether it is true.
    public String getFrom() {
        String from = shelf.parameter("from");
        return from.matches("\\d{1,19}") ? from : "";
    }

    /// Whether the page shows the reader themselves.
    public boolean isOwn() {
        return getProfile().id().equals(acting.viewer());
    }

    public Cards getCards() {
        return cards;
    }
}
