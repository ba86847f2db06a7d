package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.timeline.ThreadReader;
import org.jspecify.annotations.Nullable;

/// `/timeline/thread?id=`: one status, what it answers and what answers it.
@Named
@RequestScoped
public class ThreadPage {
    @Inject
    private ThreadReader threads;

    @Inject
    private Acting acting;

    @Inject
    private Shelf shelf;

    private List<Card> ancestors = List.of();
    private List<Card> descendants = List.of();
    private @Nullable Card card;

    /// @throws org.gazouillis.microblog.StatusNotFound when there is no such status
    public void load() {
        ThreadReader.Conversation thread = threads.around(StatusId.parse(shelf.parameter("id")), acting.viewer());
        ancestors = shelf.cards(thread.ancestors());
        descendants = shelf.cards(thread.descendants());
        card = shelf.cards(List.of(thread.status())).getFirst();
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
