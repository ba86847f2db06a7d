package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gazouillis.timeline.TimelineReader;

/// `/timeline/public`: what everybody wrote.
@Named
@RequestScoped
public class PublicTimelinePage {
    @Inject
    private TimelineReader timelines;

    @Inject
    private Acting acting;

    @Inject
    private Shelf shelf;

    private Cards cards = Cards.NONE;

    public void load() {
        cards = shelf.page(timelines.everyone(shelf.window(), acting.viewer()), "/timeline/public?");
    }

    public Cards getCards() {
        return cards;
    }
}
