package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Follows;
import org.gazouillis.timeline.ThreadReader;
import org.jspecify.annotations.Nullable;

/// `/timeline/thread?id=`: one status, what it answers and what answers it.
@Named
@RequestScoped
public class ThreadPage {
    @Inject
    private ThreadReader threads;

    @Inject
    private Follows follows;

    @Inject
    private Acting acting;

    @Inject
    private Shelf shelf;

    private List<Card> ancestors = List.of();
    private List<Card> descendants = List.of();
    private @Nullable Card card;
    private boolean followable;

    /// @throws org.gazouillis.microblog.StatusNotFound when there is no such status
    public void load() {
        ThreadReader.Conversation thread = threads.around(StatusId.parse(shelf.parameter("id")), acting.viewer());
        ancestors = shelf.cards(thread.ancestors());
        descendants = shelf.cards(thread.descendants());
        Card focal = shelf.cards(List.of(thread.status())).getFirst();
        card = focal;
        ProfileId viewer = acting.viewer();
        ProfileId author = focal.author().id();
        followable = viewer != null
                && !viewer.equals(author)
                && !follows.between(viewer, author).following();
    }

    /// Whether the author can be followed from here: the reader is signed in, somebody else, and does not yet.
    public boolean isFollowable() {
        return followable;
    }

    /// `Follow Vélo Nord`.
    public String getFollow() {
        return getCard().texts().text("timeline.follow.who", getCard().author().name());
    }

    public List<Card> getAncestors() {
        return ancestors;
    }

    public Card getCard() {
        return Objects.requireNonNull(card, "the page was not loaded");
    }

    public List<Card> getDescendants() {
        return descendants;
    }
}
