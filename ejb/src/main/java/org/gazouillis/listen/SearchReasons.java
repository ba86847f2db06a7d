package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Why;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.security.BrandNotFound;

/// Says of a found status why it is found, and why it stands where it does.
@ApplicationScoped
public class SearchReasons {
    private StatusIndexer indexer;
    private StatusSearch search;
    private Asker asker;

    @Inject
    public SearchReasons(StatusIndexer indexer, StatusSearch search, Asker asker) {
        this.indexer = indexer;
        this.search = search;
        this.asker = asker;
    }

    @SuppressWarnings("NullAway.Init")
    SearchReasons() {}

    /// @param question as it was asked; which of its pages shows the status is of no matter
    /// @throws NotFoundBySearch when the search does not find it, or the member may not see it
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws BrandNotFound when the brand does not exist or is not visible
    public FoundBecause of(SearchQuestion question, StatusId id) {
        Asker.Eyes eyes = asker.about(question.brand(), question.query());
        Selection selection = new Selection(question.query(), eyes.scope(), eyes.standpoint());
        FoundStatus status =
                search.read(List.of(id.value()), "").stream().findFirst().orElseThrow(() -> new NotFoundBySearch(id));
        Optional<Why> why = indexer.ask(
                        index -> index.why(selection, question.order().sort(), id.value(), status.text()))
                .flatMap(Function.identity());
        return FoundBecause.of(
                status, question, eyes.standpoint().zone(), why.orElseThrow(() -> new NotFoundBySearch(id)));
    }
}
