package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.ThreadReader;
import org.gazouillis.timeline.TimelineReader;
import org.jspecify.annotations.Nullable;

/// `/timeline/quotes?id=`: where a status is quoted, and who quoted it.
@Named
@RequestScoped
public class QuotesPage {
    @Inject
    private ThreadReader threads;

    @Inject
    private TimelineReader timelines;

    @Inject
    private Acting acting;

    @Inject
    private Shelf shelf;

    private @Nullable Card card;
    private Cards cards = Cards.NONE;

    /// @throws org.gazouillis.microblog.StatusNotFound when there is no such status
    public void load() {
        StatusView status = threads.status(StatusId.parse(shelf.parameter("id")), acting.viewer())
                .shown();
        card = shelf.cards(List.of(status)).getFirst();
        cards = shelf.page(
                timelines.quotes(status.id(), shelf.window(), acting.viewer()), "/timeline/quotes?id=" + status.id());
    }

    /// The status that is quoted.
    public Card getCard() {
        return Objects.requireNonNull(card, "the page was not loaded");
    }

    public Cards getCards() {
        return cards;
    }
}
