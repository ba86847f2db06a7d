package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.Follows;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.ProfileNotFound;
import org.gazouillis.microblog.Profiles;
import org.gazouillis.timeline.TimelineReader;
import org.jspecify.annotations.Nullable;

/// `/timeline/profile?handle=`: who somebody is, what they wrote, and the button to follow them.
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
    private Acting acting;

    @Inject
    private Shelf shelf;

    private @Nullable Profile profile;
    private boolean following;
    private Cards cards = Cards.NONE;

    /// @throws ProfileNotFound when nobody has the handle in the address
    public void load() {
        String handle = shelf.parameter("handle");
        Profile found = profiles.byHandle(handle).orElseThrow(() -> new ProfileNotFound(handle));
        ProfileId viewer = acting.viewer();
        profile = found;
        following = viewer != null && follows.between(viewer, found.id()).following();
        cards = shelf.page(
                timelines.profile(found.id(), true, true, shelf.window(), viewer),
                "/timeline/profile?handle=" + found.handle());
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
