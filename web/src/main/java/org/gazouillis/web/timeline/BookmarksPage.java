package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.timeline.TimelineReader;

/// `/timeline/bookmarks`: what the member keeps for later, whichever brand they speak for.
@Named
@RequestScoped
public class BookmarksPage {
    @Inject
    private TimelineReader timelines;

    @Inject
    private CurrentMember current;

    @Inject
    private Shelf shelf;

    private Cards cards = Cards.NONE;

    /// Strangers do not come here: the gate leads them to the sign-in.
    public void load() {
        cards = shelf.page(timelines.bookmarked(current.require().profile(), shelf.window()), "/timeline/bookmarks?");
    }

    public Cards getCards() {
        return cards;
    }
}
