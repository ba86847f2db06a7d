package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.timeline.FlashReader;
import org.gazouillis.timeline.TimelineReader;

/// `/timeline/home`: what the acting profile and those it follows wrote.
@Named
@RequestScoped
public class HomeTimelinePage {
    @Inject
    private TimelineReader timelines;

    @Inject
    private Acting acting;

    @Inject
    private Shelf shelf;

    @Inject
    private FlashReader flashReader;

    private Cards cards = Cards.NONE;
    private List<Card> flashes = List.of();

    /// Strangers do not come here: the gate leads them to the sign-in.
    public void load() {
        ProfileId viewer = acting.viewer();
        if (viewer != null) {
            cards = shelf.page(timelines.home(viewer, shelf.window()), "/timeline/home?");
            flashes = shelf.cards(flashReader.waiting(viewer));
        }
    }

    /// What waits to be acknowledged.
    public List<Card> getFlashes() {
        return flashes;
    }

    public Cards getCards() {
        return cards;
    }
}
