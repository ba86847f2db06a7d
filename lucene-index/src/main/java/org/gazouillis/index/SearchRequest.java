package org.gazouillis.index;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One page of one search.
///
/// The query language: words are all wanted (`café` also finds `cafe`), `"a phrase"`, `-without`, `#hashtag`,
/// `@mention`,
/// `from:handle`, `lang:fr`, `since:2026-01-31`, `until:2026-02-28` (both days included), `prefix*`, `OR` and
/// parentheses.
/// Side by side binds closer than `OR`. An empty query finds all that the scope holds.
///
/// @param query at most 2,000 characters
/// @param limit hits wanted, 1 to 200
/// @param cursor `next` of the page before, or `null` for the first page
/// @param zone in which `since:` and `until:` name days
public record SearchRequest(
        String query,
        SearchScope scope,
        Sort sort,
        int limit,
        @Nullable String cursor,
        ZoneId zone) {

    /// The most hits that one page can hold.
    public static final int MAX_LIMIT = 200;

    public SearchRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + ": ask for 1 to " + MAX_LIMIT + " hits");
        }
    }

    public static SearchRequest newest(
            String query, SearchScope scope, int limit, @Nullable String cursor, ZoneId zone) {
        return new SearchRequest(query, scope, Sort.NEWEST, limit, cursor, zone);
    }
}
