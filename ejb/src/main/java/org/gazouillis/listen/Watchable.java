package org.gazouillis.listen;

import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.percolate.Watchlist;

/// Which searches an alert can be for: those that mean the same at every moment.
final class Watchable {
    private Watchable() {}

    /// @throws QueryNotUnderstood with the place and the mend
    static void check(String query) {
        try {
            Watchlist.check(query);
        } catch (QuerySyntaxException syntax) {
            throw new QueryNotUnderstood(syntax);
        }
    }
}
