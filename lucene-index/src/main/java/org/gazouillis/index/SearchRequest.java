package org.gazouillis.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One page of one search.
///
/// The query language is that of `docs/search.md`: words are all wanted (`café` also finds `cafe`), `"a phrase"`,
/// `"near words"~5`, `NEAR/n`, `-without` or `NOT`, `#hashtag`, `@mention`, `prefix*`, `OR`, parentheses, and operators
/// such as `from:marie`, `has:link`, `during:last-7d` and `min_likes:10`. Side by side binds closer than `OR`. An empty
/// query finds all that the scope holds.
///
/// @param query at most 2,000 characters
/// @param limit hits wanted, 1 to 200
/// @param cursor `next` of the page before, or `null` for the first page
/// @param standpoint what days and names mean to the asker
/// @param since only what was created then or later; null for no such limit
/// @param before only what was created earlier than that; null for no such limit
public record SearchRequest(
        String query,
        SearchScope scope,
        Sort sort,
        int limit,
        @Nullable String cursor,
        Standpoint standpoint,
        @Nullable Instant since,
        @Nullable Instant before) {

    /// The most hits that one page can hold.
    public static final int MAX_LIMIT = 200;

    public SearchRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + ": ask for 1 to " + MAX_LIMIT + " hits");
        }
    }

    /// Of all times.
    public SearchRequest(
            String query, SearchScope scope, Sort sort, int limit, @Nullable String cursor, Standpoint standpoint) {
        this(query, scope, sort, limit, cursor, standpoint, null, null);
    }

    public static SearchRequest newest(
            String query, SearchScope scope, int limit, @Nullable String cursor, Standpoint standpoint) {
        return new SearchRequest(query, scope, Sort.NEWEST, limit, cursor, standpoint);
    }

    /// The newest of a selection.
    public static SearchRequest newest(Selection selection, int limit, @Nullable String cursor) {
        return new SearchRequest(
                selection.query(),
                selection.scope(),
                Sort.NEWEST,
                limit,
                cursor,
                selection.standpoint(),
                selection.since(),
                selection.before());
    }

    /// What it asks for, without its page.
    public Selection selection() {
        return new Selection(query, scope, standpoint, since, before);
    }
}
