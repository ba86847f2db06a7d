package org.gazouillis.listen;

import org.jspecify.annotations.Nullable;

/// One page that somebody wants to read.
///
/// @param query in the language of `docs/search.md`; empty finds everything that the asker may see
/// @param brand handle of the one brand whose statuses are wanted, or null for everybody's
/// @param limit 1 to [#MAX_LIMIT]
/// @param cursor `next` of the answer before, or null for the first page
public record SearchQuestion(
        String query,
        @Nullable String brand,
        SearchOrder order,
        int limit,
        @Nullable String cursor) {
    public static final int MAX_LIMIT = 100;

    public SearchQuestion {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + ": ask for 1 to " + MAX_LIMIT + " statuses");
        }
    }

    /// The same, from the page on that the cursor names.
    SearchQuestion from(String next) {
        return new SearchQuestion(query, brand, order, limit, next);
    }

    /// The same, the latest first.
    public SearchQuestion newest() {
        return new SearchQuestion(query, brand, SearchOrder.NEWEST, limit, null);
    }
}
