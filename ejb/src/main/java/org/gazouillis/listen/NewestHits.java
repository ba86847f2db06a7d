package org.gazouillis.listen;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.index.Hit;
import org.gazouillis.index.SearchPage;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.Selection;
import org.gazouillis.index.StatusIndex;

/// The newest statuses of a selection, read page by page.
///
/// @param hits newest first
/// @param whole whether there are no more
record NewestHits(List<Hit> hits, boolean whole) {
    /// @param enough after so many no further page is read; the last page may bring more
    static NewestHits of(StatusIndex index, Selection selection, int enough) {
        List<Hit> hits = new ArrayList<>();
        String next = null;
        do {
            SearchPage page = index.search(SearchRequest.newest(selection, SearchRequest.MAX_LIMIT, next));
            hits.addAll(page.hits());
            next = page.next();
        } while (next != null && hits.size() < enough);
        return new NewestHits(hits, next == null);
    }
}
