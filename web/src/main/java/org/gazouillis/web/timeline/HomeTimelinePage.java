package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gazouillis.kernel.ProfileId;
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

    private Cards cards = Cards.NONE;

    /// Strangers do not come here: the gate leads them to the sign-in.
    public void load() {
        ProfileId viewer = acting.viewer();
        if (viewer != null) {
            cards = shelf.page(timelines.home(viewer, shelf.window()), "/timeline/home?");
        }
    }

    public Cards getCards() {
        return cards;
    }
}
